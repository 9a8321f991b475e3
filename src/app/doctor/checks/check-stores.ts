import type { DoctorEnvironment } from '../doctor-environment.ts';
import { type Finding, finding } from '../findings.ts';

/** Do all machines that work together see the same? */
export async function checkStores({
  isDatabaseServer,
  blobs,
  redisUrl,
}: Pick<DoctorEnvironment, 'isDatabaseServer' | 'blobs' | 'redisUrl'>): Promise<Finding> {
  if (redisUrl === undefined && !isDatabaseServer) return finding('ok', 'stores-alone', {});
  const missing = [
    ...(isDatabaseServer ? [] : (['database'] as const)),
    ...(blobs.isShared ? [] : (['blobs'] as const)),
    ...(redisUrl === undefined ? (['redis'] as const) : []),
  ];
  if (missing.length === 0) return finding('ok', 'stores-shared', {});
  // A worker on Redis refuses to start on what others do not see; without Redis there is one machine, which may use a server's database.
  return finding(redisUrl === undefined ? 'warning' : 'broken', 'stores-apart', { missing });
}
