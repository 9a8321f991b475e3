import { asFailure } from '#domain/failure.ts';
import type { DoctorEnvironment } from '../doctor-environment.ts';
import { type Finding, finding } from '../findings.ts';

/** Which engine reads, and does it start? */
export async function checkEngine({ tryEngine }: Pick<DoctorEnvironment, 'tryEngine'>): Promise<Finding> {
  try {
    const { isNative, version } = await tryEngine();
    return finding('ok', isNative ? 'engine-native' : 'engine-js', { version });
  } catch (error) {
    return finding('broken', 'engine-broken', { code: asFailure(error).code });
  }
}
