import { randomUUID } from 'node:crypto';
import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** Whether a file can be written to a folder and synced; leaves none behind. */
export async function tryWriting(folder: string): Promise<boolean> {
  const path = join(folder, `.liasse-${randomUUID()}`);
  try {
    const file = await open(path, 'wx', 0o600);
    try {
      await file.writeFile('liasse');
      await file.sync();
      return true;
    } finally {
      await file.close();
      await rm(path, { force: true });
    }
  } catch {
    return false;
  }
}
