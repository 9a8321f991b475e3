import { access, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { LiasseFailure } from '#domain/failure.ts';
import { isAbsent } from '../disk-failure.ts';

/** No part of a blob's name holds a `+`. */
export const DRAFTS = '+unfinished';
/** Nobody writes one blob for that long; whoever began it was killed. */
const ABANDONED_AFTER_MS = 24 * 60 * 60 * 1000;

/** The folder of blobs that are being written. It also tells a store whose disk was taken away from one that is new. */
export interface DraftsFolder {
  readonly path: string;
  /** Makes it at the first use and clears what killed runs left there. Throws `blobs-away` when it was there before and is gone. */
  prepare(): Promise<void>;
  /** Throws `blobs-away` when it was there before and is gone: what is not found then is not lost. */
  confirm(): Promise<void>;
}

/** The drafts of the blob store in a folder; `makeFolder` makes folders that outlive a power cut. */
export function createDraftsFolder(folder: string, makeFolder: (path: string) => Promise<void>): DraftsFolder {
  const path = join(folder, DRAFTS);
  let wasSeen = false;
  let isCleared = false;

  const isThere = async (): Promise<boolean> => {
    try {
      await access(path);
      wasSeen = true;
      return true;
    } catch (error) {
      if (!isAbsent(error)) throw error;
      if (wasSeen) throw new LiasseFailure('blobs-away', 'the folder is gone');
      return false;
    }
  };

  return {
    path,
    prepare: async () => {
      if (!(await isThere())) await makeFolder(path);
      wasSeen = true;
      if (!isCleared) await clearAbandoned(path);
      isCleared = true;
    },
    confirm: async () => {
      await isThere();
    },
  };
}

async function clearAbandoned(path: string): Promise<void> {
  for (const name of await readdir(path)) {
    const draft = join(path, name);
    const { mtimeMs } = await stat(draft).catch(() => ({ mtimeMs: Number.POSITIVE_INFINITY }));
    if (Date.now() - mtimeMs > ABANDONED_AFTER_MS) await rm(draft, { force: true });
  }
}
