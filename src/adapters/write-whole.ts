import { randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { systemCode } from './disk-failure.ts';

const UNKNOWN_TO_DISK = ['EINVAL', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP'];

interface Manner {
  /** Rights of the file; its owner may read and write it otherwise. */
  readonly mode?: number;
  /** Where the unfinished file lies, on the same disk; beside its place otherwise. */
  readonly drafts?: string;
  /** False for what can be made again: a power cut may leave a part of it, or nothing. */
  readonly isSynced?: boolean;
}

/**
 * Writes a file, readable by its owner only, that after a crash is there as a whole or not at all: a draft, synced, then renamed. Missing
 * folders are made. That the name itself outlives a power cut is up to `syncFolder`.
 */
export async function writeWhole(path: string, content: Uint8Array | string, manner: Manner = {}): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const draft = manner.drafts === undefined ? `${path}.${randomUUID()}.part` : join(manner.drafts, randomUUID());
  try {
    await writeNew(draft, content, manner);
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

/** Writes a file that is not there yet and waits until it lies on the disk. Throws `EEXIST` when it is there; a crash may leave a part of it. */
export function writeSynced(path: string, content: Uint8Array | string, mode = 0o600): Promise<void> {
  return writeNew(path, content, { mode });
}

async function writeNew(path: string, content: Uint8Array | string, manner: Manner): Promise<void> {
  const file = await open(path, 'wx', manner.mode ?? 0o600);
  try {
    await file.writeFile(content);
    if (manner.isSynced !== false) await file.sync();
  } finally {
    await file.close();
  }
}

/** Waits until the content of a file lies on the disk. */
export async function syncFile(path: string): Promise<void> {
  const file = await open(path, 'r');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Waits until the names in a folder lie on the disk, as far as its file system knows of such a thing. */
export async function syncFolder(path: string): Promise<void> {
  try {
    await syncFile(path);
  } catch (error) {
    // Some network shares have no folders to sync.
    if (!UNKNOWN_TO_DISK.includes(systemCode(error) ?? '')) throw error;
  }
}
