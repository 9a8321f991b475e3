import { findInstallationId } from '#adapters/sql/installation-id.ts';
import { findMark } from '../../keeping/check-installation.ts';
import type { DoctorEnvironment } from '../doctor-environment.ts';
import { type Finding, finding } from '../findings.ts';

/** Do all machines that work together see the same? */
export async function checkStores(
  environment: Pick<DoctorEnvironment, 'isDatabaseServer' | 'database' | 'blobs' | 'redisUrl'>,
): Promise<Finding> {
  const { isDatabaseServer, blobs, redisUrl } = environment;
  if (!isDatabaseServer)
    return redisUrl === undefined
      ? finding('ok', 'stores-alone', {})
      : finding('broken', 'stores-apart', { missing: 'database' });
  if (blobs.isShared) return finding('ok', 'stores-shared', {});
  return compareMarks(environment);
}

/** A folder is shared when it carries the mark of the database, which the first worker leaves there. */
async function compareMarks({ database, blobs }: Pick<DoctorEnvironment, 'database' | 'blobs'>): Promise<Finding> {
  try {
    const found = await database();
    const ofRows = found === undefined || found.pending.length > 0 ? undefined : await findInstallationId(found.db);
    if (ofRows === undefined) return finding('ok', 'stores-not-yet', {});
    const ofBlobs = (await blobs.isThere()) ? await findMark(blobs.open()) : undefined;
    return ofBlobs === ofRows
      ? finding('ok', 'stores-shared', {})
      : finding('broken', 'stores-apart', { missing: 'blobs' });
  } catch {
    return finding('warning', 'stores-unknown', {});
  }
}
