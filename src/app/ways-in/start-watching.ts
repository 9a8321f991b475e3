import { mkdir, realpath } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import { tryWriting } from '#adapters/machine/try-writing.ts';
import { createWatchedFolder } from '#adapters/watched-folder/create-watched-folder.ts';
import { openArrivalMemory } from '#adapters/watched-folder/open-arrival-memory.ts';
import { LiasseFailure } from '#domain/failure.ts';
import { type KeepingPlaces, keepingPlaces } from '../config.ts';
import type { WatchFolderOptions } from './create-file-taker.ts';
import { tellOfFolder } from './tell-of-arrivals.ts';
import { watchFolder } from './watch-folder.ts';
import { type ReceptionOptions, withReception } from './with-reception.ts';

export interface StartWatchingOptions
  extends Omit<WatchFolderOptions, 'scope' | 'mostBytes'>,
    Omit<ReceptionOptions, 'command'> {
  readonly folder: string;
  /** How long size and time of a file have to stay as they are. */
  readonly settleMs: number;
  /** Longest time from one look to the next. */
  readonly lookEveryMs: number;
  /** Takes in once more what was taken in before. */
  readonly isAnew: boolean;
}

/** Watches a folder for what is kept on this machine. Throws `move-target-unfit`, and what `watchFolder` throws. */
export async function startWatching(options: StartWatchingOptions): Promise<void> {
  const root = resolve(options.folder);
  const targets = [options.moveTo, options.rejectedTo].flatMap((one) => (one === undefined ? [] : [resolve(one)]));
  for (const target of targets) await checkTarget(target, root);
  const places = keepingPlaces();
  const folder = createWatchedFolder(options);
  const memory = await openArrivalMemory(join(places.home, 'watched.ndjson'), { isAnew: options.isAnew });
  await withReception({ ...options, command: 'watch' }, async (open) => {
    const tell = tellOfFolder(open);
    await watchFolder(
      {
        ...options,
        scope: [root, databaseOf(places)].join('\0'),
        mostBytes: options.limits.fileBytes,
        onEvent: (event) => {
          tell(event);
          options.onEvent(event);
        },
      },
      { ...open, folder, memory },
    );
  });
}

/** A file that was moved must not be found again, with or without the same options. */
async function checkTarget(target: string, root: string): Promise<void> {
  if (isWithin(target, root)) throw new LiasseFailure('move-target-unfit');
  await mkdir(target, { recursive: true }).catch(() => undefined);
  const [real, realRoot] = await Promise.all([target, root].map((path) => realpath(path).catch(() => path)));
  if (real === undefined || realRoot === undefined || isWithin(real, realRoot) || isWithin(realRoot, real))
    throw new LiasseFailure('move-target-unfit');
  if (!(await tryWriting(target))) throw new LiasseFailure('move-target-unfit');
}

function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : `${folder}${sep}`);
}

/** Tells databases apart: what was taken into one is not in another. */
function databaseOf({ database }: KeepingPlaces): string {
  if ('home' in database) return resolve(database.home);
  // Without its password, which changes.
  const url = URL.parse(database.url);
  return url === null ? database.url : `${url.host}${url.pathname}`;
}
