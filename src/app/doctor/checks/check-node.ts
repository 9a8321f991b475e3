import type { DoctorEnvironment } from '../doctor-environment.ts';
import { type Finding, finding } from '../findings.ts';

const NEEDED_MAJOR = 24;

/** Is this Node new enough? */
export async function checkNode({ nodeVersion }: Pick<DoctorEnvironment, 'nodeVersion'>): Promise<Finding> {
  const major = Number(nodeVersion.split('.')[0]);
  return major >= NEEDED_MAJOR
    ? finding('ok', 'node-good', { version: nodeVersion })
    : finding('broken', 'node-old', { version: nodeVersion, needed: NEEDED_MAJOR });
}
