import { asFailure, LiasseFailure } from '#domain/failure.ts';
import type { DoctorEnvironment } from '../doctor-environment.ts';
import { type Finding, finding } from '../findings.ts';

/** Could the environment variables be made out, with the files they name? */
export async function checkSettings({ settingsFailure }: Pick<DoctorEnvironment, 'settingsFailure'>): Promise<Finding> {
  if (settingsFailure === undefined) return finding('ok', 'settings-good', {});
  // What the system says of the file is what helps; how Liasse calls it does not.
  const told = settingsFailure instanceof LiasseFailure ? (settingsFailure.cause ?? settingsFailure) : settingsFailure;
  const [path, code] = ['path', 'code'].map((name) => textOf(told, name));
  return finding('broken', 'settings-unreadable', { path: path ?? '', code: code ?? asFailure(settingsFailure).code });
}

function textOf(thrown: unknown, name: string): string | undefined {
  const value: unknown = thrown instanceof Error ? Reflect.get(thrown, name) : undefined;
  return typeof value === 'string' ? value : undefined;
}
