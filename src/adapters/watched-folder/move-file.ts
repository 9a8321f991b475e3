import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { copyFile, link, lstat, mkdir, open, rename, rm, unlink, utimes } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { errorCode } from './error-code.ts';
import { freePath } from './free-path.ts';
import { takeAway } from './take-away.ts';
import { versionOf } from './version-of.ts';

/** A file that is to be moved, as it was when it was read. */
export interface Moving {
  readonly path: string;
  readonly version: string;
  readonly sha256: string;
}

/** Disks that know no second names for a file, or another disk altogether. */
const NO_LINKS: readonly unknown[] = ['EXDEV', 'EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EINVAL'];

/**
 * Moves a file to a path, or a free one like it; the path where it is, or undefined when it was changed meanwhile and stayed. The new name is on the
 * disk before the old one goes. Ended in the middle and called again, it goes on: a file of the same bytes under that name is the one it left.
 */
export async function moveFile(moving: Moving, wanted: string): Promise<string | undefined> {
  await mkdir(dirname(wanted), { recursive: true });
  let isPlaced = true;
  const place = await freePath(wanted, async (path) => {
    isPlaced = await placeAt(path, moving);
  });
  if (!isPlaced) return undefined;
  await syncFolder(dirname(place));
  return (await takeAway(moving.path, moving.version)) ? place : undefined;
}

/** Whether the bytes that are to be moved have this name now; false when others had come under the old one. Throws EEXIST when other bytes have it. */
async function placeAt(path: string, moving: Moving): Promise<boolean> {
  try {
    await link(moving.path, path);
  } catch (error) {
    const code = errorCode(error);
    if (code === 'ENOENT') return false;
    if (code === 'EEXIST' && (await hashOf(path)) === moving.sha256) return true;
    if (!NO_LINKS.includes(code)) throw error;
    return copyTo(path, moving);
  }
  if (versionOf(await lstat(path, { bigint: true })) === moving.version) return true;
  await unlink(path);
  return false;
}

/** Copies beside the place, synced and compared, then gives it its name. */
async function copyTo(path: string, moving: Moving): Promise<boolean> {
  const draft = join(dirname(path), `.liasse-${randomUUID()}.part`);
  try {
    await copyFile(moving.path, draft);
    const { atime, mtime } = await lstat(moving.path);
    await utimes(draft, atime, mtime);
    const file = await open(draft, 'r+');
    await file.sync().finally(() => file.close());
    if ((await hashOf(draft)) !== moving.sha256) return false;
    await nameDraft(draft, path);
    return true;
  } finally {
    await rm(draft, { force: true });
  }
}

async function nameDraft(draft: string, path: string): Promise<void> {
  try {
    await link(draft, path);
  } catch (error) {
    if (!NO_LINKS.includes(errorCode(error))) throw error;
    // Claims the name: from here on nobody else takes it.
    await (await open(path, 'wx')).close();
    await rename(draft, path);
  }
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

/** After a power cut the names of a folder are there only when the folder was synced; not every system lets one. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}
