import { randomUUID } from 'node:crypto';
import { asFailure } from '#domain/failure.ts';
import type { DoctorEnvironment } from '../doctor-environment.ts';
import { type Finding, finding } from '../findings.ts';

/** Can originals be kept and found again? Keeps a few bytes, reads them back, takes them away. */
export async function checkBlobs({ blobs }: Pick<DoctorEnvironment, 'blobs'>): Promise<Finding> {
  const { place, isThere, open } = blobs;
  if (!(await isThere())) return finding('ok', 'blobs-not-yet', { place });
  const name = `doctor/${randomUUID()}`;
  try {
    const store = open();
    const content = Buffer.from(name);
    await store.put(name, content);
    const found = await store.find(name);
    await store.remove(name);
    return found !== undefined && content.equals(found)
      ? finding('ok', 'blobs-good', { place })
      : finding('broken', 'blobs-away', { place, code: 'blobs-away' });
  } catch (error) {
    return finding('broken', 'blobs-away', { place, code: asFailure(error).code });
  }
}
