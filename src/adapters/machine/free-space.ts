import { stat, statfs } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Bytes that may still be written below a folder, which need not be there yet; 0 when its disk takes no further file. */
export async function freeSpace(folder: string): Promise<number> {
  const { bavail, bsize, files, ffree } = await statfs(await nearest(folder));
  // Some file systems count no files.
  return files > 0 && ffree === 0 ? 0 : bavail * bsize;
}

async function nearest(folder: string): Promise<string> {
  const isThere = await stat(folder).then(
    () => true,
    () => false,
  );
  const parent = dirname(folder);
  return isThere || parent === folder ? folder : nearest(parent);
}
