import type { DoctorEnvironment } from '../doctor-environment.ts';
import { type Finding, finding } from '../findings.ts';

const MEGABYTE = 1_000_000;
/** The database in process, one reading engine, one big page. */
const LEAST_BYTES = 700 * MEGABYTE;
/** The same with two engines, and room for the rest of the machine. */
const COMFORTABLE_BYTES = 1_500 * MEGABYTE;

/** Is there memory enough? Counts what a container is allowed. */
export async function checkMemory({ memory }: Pick<DoctorEnvironment, 'memory'>): Promise<Finding> {
  if (memory.availableBytes < LEAST_BYTES) return finding('broken', 'memory-short', memory);
  if (memory.availableBytes < COMFORTABLE_BYTES) return finding('warning', 'memory-low', memory);
  return finding('ok', 'memory-good', memory);
}
