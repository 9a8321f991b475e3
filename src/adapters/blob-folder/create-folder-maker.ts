import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { syncFolder } from '../write-whole.ts';

/** How many folders are remembered, some 10 MB of names at most. */
const REMEMBERED = 50_000;

/**
 * Makes folders at or below a root so that they outlive a power cut. Below the root also those are synced that were there already: another process
 * may have made them a moment ago. Each is seen to once only.
 */
export function createFolderMaker(root: string): (path: string) => Promise<void> {
  const made = new Set<string>();
  return async function make(path: string): Promise<void> {
    if (made.has(path)) return;
    const highestMade = await mkdir(path, { recursive: true, mode: 0o700 });
    const highest = Math.min(root.length + 1, highestMade?.length ?? Number.POSITIVE_INFINITY);
    for (let one = path; one.length >= highest; one = dirname(one)) await syncFolder(dirname(one));
    if (made.size >= REMEMBERED) made.clear();
    made.add(path);
  };
}
