import { realpath } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { LiasseFailure } from '#domain/failure.ts';
import type { FoundFile, WatchedFolder } from '#ports/watched-folder.ts';
import { createFolderHints } from './create-folder-hints.ts';
import { createStillness } from './create-stillness.ts';
import { errorCode } from './error-code.ts';
import { endlessRounds, type LookAround, singleRound } from './folder-rounds.ts';
import { leaveNote } from './leave-note.ts';
import { listFiles } from './list-files.ts';
import { moveFile } from './move-file.ts';
import { openForWriting } from './open-for-writing.ts';
import { readStillFile } from './read-still-file.ts';
import { giveBack } from './take-away.ts';

export interface WatchOptions {
  readonly folder: string;
  /** How long size and time of a file have to stay as they are. */
  readonly settleMs: number;
  /** Longest time from one look to the next, whatever the system tells. */
  readonly lookEveryMs: number;
}

/** A folder of the disk or of a share. Looks are the truth; the system's notices only make one come sooner. */
export function createWatchedFolder(options: WatchOptions): WatchedFolder {
  const root = resolve(options.folder);
  const stillness = createStillness(options.settleMs);
  const pathOf = (file: FoundFile, base = root): string => join(base, ...file.name.split('/'));

  const look = async (): Promise<LookAround> => {
    const startedAt = performance.now();
    const listing = await listFiles(root);
    for (const path of listing.hidden) await giveBack(path).catch(() => undefined);
    // A share that is away for a moment does not make its files new.
    const isThere = listing.identity !== undefined;
    const seen = isThere ? stillness.observe(listing.files, performance.now()) : NOTHING;
    const still = await notBeingWritten(seen.still);
    const unfinished = seen.unfinished + listing.unfinished + seen.still.length - still.length;
    return { ...seen, listing, still, unfinished, tookMs: performance.now() - startedAt };
  };

  const notBeingWritten = async (files: readonly FoundFile[]): Promise<readonly FoundFile[]> => {
    const real = await realpath(root).catch(() => root);
    const open = await openForWriting(new Set(files.map((file) => pathOf(file, real))));
    const isOpen = (file: FoundFile): boolean => open.has(pathOf(file, real));
    for (const file of files.filter(isOpen)) stillness.again(file, performance.now() + options.settleMs);
    return files.filter((file) => !isOpen(file));
  };

  return {
    rounds: async function* ({ signal, isOnce }) {
      const rhythm = { ...options, signal };
      const hints = createFolderHints(root);
      try {
        yield* isOnce ? singleRound(look, rhythm) : endlessRounds(look, hints, rhythm);
      } finally {
        await hints.close();
      }
    },
    read: (file, mostBytes) => readStillFile(pathOf(file), file.version, mostBytes),
    again: (file, afterMs) => stillness.again(file, performance.now() + afterMs),
    move: async (file, sha256, to) => {
      const moving = { path: pathOf(file), version: file.version, sha256 };
      const place = await named(() => moveFile(moving, join(to.folder, ...to.name.split('/'))));
      if (place === undefined) return undefined;
      return { folder: to.folder, name: relative(to.folder, place).split(sep).join('/') };
    },
    leaveNote: (text, at) => named(() => leaveNote(text, join(at.folder, ...at.name.split('/')))),
  };
}

const NOTHING = { still: [], unfinished: 0, dueInMs: undefined };

/** What goes wrong with moving, under its own name. */
async function named<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw new LiasseFailure('move-failed', errorCode(error) ?? '', { cause: error });
  }
}
