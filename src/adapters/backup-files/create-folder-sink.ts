import { createWriteStream } from 'node:fs';
import { link, mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import PQueue from 'p-queue';
import type { BackupSink } from '#ports/backup-files.ts';
import { systemCode } from '../disk-failure.ts';
import { syncFolder, writeSynced } from '../write-whole.ts';
import { backupWritingFailure } from './backup-failure.ts';
import { createFolderSource, readBlobList } from './create-folder-source.ts';
import { newestBackup } from './newest-backup.ts';

const DRAFT = '.unfinished';
/** A disk has each of them wait for it, and many at once hardly longer. */
const AT_ONCE = 16;

/**
 * A backup as a folder of its own in a folder of backups. Blobs that lie in the newest one there are linked and take no room; each backup is whole, and
 * any of them can be deleted. Throws `disk-full`, `backup-not-written`.
 */
export async function createFolderSink(collection: string, name: string): Promise<BackupSink> {
  const folder = resolve(collection);
  const draft = join(folder, DRAFT);
  const throwing = (error: unknown): never => {
    throw backupWritingFailure(error, folder);
  };
  await rm(draft, { recursive: true, force: true }).catch(throwing);
  // The disk it lies on must be there: a folder of folders would be made on another one.
  await mkdir(folder, { mode: 0o700 }).catch((error: unknown) =>
    systemCode(error) === 'EEXIST' ? undefined : throwing(error),
  );
  await mkdir(draft, { mode: 0o700 }).catch(throwing);
  const workFolder = join(draft, '.work');
  await mkdir(workFolder, { mode: 0o700 }).catch(throwing);
  const before = await newestBackup(folder);
  const known = before === undefined ? new Map<string, string>() : await readBlobList(before);
  const folders = new Set<string>([draft]);
  const makeFolder = async (path: string): Promise<void> => {
    if (folders.has(path)) return;
    await mkdir(path, { recursive: true, mode: 0o700 });
    for (let one = path; !folders.has(one); one = dirname(one)) folders.add(one);
  };
  let isOver = false;
  return {
    workFolder,
    blobsAtOnce: AT_ONCE,
    add: async (part, _sizeBytes, content) => {
      const path = join(draft, part);
      await makeFolder(dirname(path)).catch(throwing);
      await pipeline(content, createWriteStream(path, { mode: 0o600, flags: 'wx', flush: true })).catch(throwing);
    },
    addBlob: async (part, content, sha256) => {
      const path = join(draft, part);
      await makeFolder(dirname(path)).catch(throwing);
      const earlier = known.get(part) === sha256 && before !== undefined ? join(before, part) : undefined;
      if (earlier !== undefined && (await isLinked(earlier, path))) return false;
      await writeSynced(path, content).catch(throwing);
      return true;
    },
    seal: async () => {
      const syncing = new PQueue({ concurrency: AT_ONCE });
      await Promise.all([...folders].map((one) => syncing.add(() => syncFolder(one).catch(throwing))));
      return createFolderSource(draft);
    },
    publish: async () => {
      const path = join(folder, name);
      await rm(workFolder, { recursive: true, force: true });
      await rename(draft, path).catch(throwing);
      await syncFolder(folder).catch(throwing);
      isOver = true;
      return path;
    },
    giveUp: async () => {
      if (!isOver) await rm(draft, { recursive: true, force: true });
      isOver = true;
    },
  };
}

/** Disks without links, and earlier backups that were damaged, are no obstacle: the blob is written then. */
async function isLinked(earlier: string, path: string): Promise<boolean> {
  try {
    await link(earlier, path);
    return true;
  } catch {
    return false;
  }
}
