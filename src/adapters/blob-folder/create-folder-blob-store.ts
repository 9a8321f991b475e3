import { opendir, readFile, rm, stat } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import type { BlobStore } from '#ports/blob-store.ts';
import { checkBlobPrefix } from '../check-blob-name.ts';
import { unlessAbsent } from '../disk-failure.ts';
import { syncFile, syncFolder, writeWhole } from '../write-whole.ts';
import { readingBlobFailure, writingBlobFailure } from './blob-failure.ts';
import { blobNameAt, blobPath } from './blob-path.ts';
import { createDraftsFolder, DRAFTS } from './create-drafts-folder.ts';
import { createFolderMaker } from './create-folder-maker.ts';

/** Nobody changes a blob, not even its owner by mistake. */
const BLOB_MODE = 0o400;

/**
 * Blobs as files of a folder, readable by their owner only. A blob is written in a folder of drafts, synced, renamed to its place, and its folder synced.
 * `isShared` says that the folder lies on a disk that other machines mount at the same place.
 */
export function createFolderBlobStore(root: string, isShared = false): BlobStore {
  const folder = resolve(root);
  const makeFolder = createFolderMaker(folder);
  const drafts = createDraftsFolder(folder, makeFolder);
  const pathOf = (name: string): string => join(folder, blobPath(name));

  async function put(name: string, content: Uint8Array, isSynced = true): Promise<void> {
    const path = pathOf(name);
    await drafts.prepare();
    await makeFolder(dirname(path));
    const isThere = await holds(path, content);
    if (!isThere) await writeWhole(path, content, { mode: BLOB_MODE, drafts: drafts.path, isSynced });
    if (!isSynced) return;
    // It may have been put there as a memo.
    if (isThere) await syncFile(path);
    await syncFolder(dirname(path));
  }

  async function* list(prefix: string): AsyncGenerator<{ readonly name: string; readonly sizeBytes: number }> {
    const start = join(folder, ...checkBlobPrefix(prefix));
    await drafts.confirm();
    for await (const path of filesBelow(start)) {
      const name = blobNameAt(relative(folder, path));
      if (!name.startsWith(prefix)) continue;
      const found = await unlessAbsent(stat(path));
      if (found !== undefined) yield { name, sizeBytes: found.size };
    }
  }

  /** What is not there, unless the whole folder went away. */
  async function findBy<Found>(finding: Promise<Found>): Promise<Found | undefined> {
    const found = await unlessAbsent(finding);
    if (found === undefined) await drafts.confirm();
    return found;
  }

  return {
    isShared,
    put: (name, content) => put(name, content).catch(throwing(writingBlobFailure)),
    putMemo: (name, content) => put(name, content, false).catch(throwing(writingBlobFailure)),
    find: async (name) => findBy(readFile(pathOf(name))).catch(throwing(readingBlobFailure)),
    has: async (name) => {
      const found = await findBy(stat(pathOf(name))).catch(throwing(readingBlobFailure));
      return found?.isFile() === true;
    },
    remove: async (name) => {
      const path = pathOf(name);
      try {
        if ((await unlessAbsent(rm(path).then(() => true))) === true) await syncFolder(dirname(path));
      } catch (error) {
        throw writingBlobFailure(error);
      }
    },
    list: async function* (prefix) {
      try {
        yield* list(prefix);
      } catch (error) {
        throw readingBlobFailure(error);
      }
    },
  };
}

/** Whether the file is there and holds just that. */
async function holds(path: string, content: Uint8Array): Promise<boolean> {
  const found = await unlessAbsent(stat(path));
  if (found === undefined || found.size !== content.length) return false;
  return Buffer.compare(await readFile(path), content) === 0;
}

/** Every file below a folder; none when it is not there. */
async function* filesBelow(folder: string): AsyncGenerator<string> {
  const entries = await unlessAbsent(opendir(folder));
  if (entries === undefined) return;
  for await (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && entry.name !== DRAFTS) yield* filesBelow(path);
    else if (entry.isFile()) yield path;
  }
}

function throwing(failure: (error: unknown) => unknown): (error: unknown) => never {
  return (error) => {
    throw failure(error);
  };
}
