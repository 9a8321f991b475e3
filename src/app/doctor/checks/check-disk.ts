import { freeSpace } from '#adapters/machine/free-space.ts';
import { type Finding, finding } from '../findings.ts';

const MEGABYTE = 1_000_000;

/** How much room a place needs, bytes. */
export interface DiskNeeds {
  /** Below it the next case may not fit. */
  readonly lowBytes: number;
  /** Below it work stops soon. */
  readonly fullBytes: number;
}

/** Originals, readings and the database: some five megabytes a file. */
export const HOME_NEEDS: DiskNeeds = { lowBytes: 2_000 * MEGABYTE, fullBytes: 300 * MEGABYTE };
/** Unpacked models, sockets, drafts of one file. */
export const TEMP_NEEDS: DiskNeeds = { lowBytes: 500 * MEGABYTE, fullBytes: 100 * MEGABYTE };

/** Is there room left? */
export async function checkDisk(place: string, { lowBytes, fullBytes }: DiskNeeds): Promise<Finding> {
  const facts = { place, freeBytes: await freeSpace(place) };
  if (facts.freeBytes < fullBytes) return finding('broken', 'disk-full', facts);
  return facts.freeBytes < lowBytes ? finding('warning', 'disk-low', facts) : finding('ok', 'disk-good', facts);
}
