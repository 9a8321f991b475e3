import type { BigIntStats } from 'node:fs';
import { lstat, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { FoundFile } from '#ports/watched-folder.ts';
import { isUnfinishedName } from './is-unfinished-name.ts';
import { isTaken } from './take-away.ts';
import { versionOf } from './version-of.ts';

/** Everything of a folder that may be a paper, in the order of names. */
export interface Listing {
  /** The folder itself: another number, another folder under the same path. Undefined when it is not there. */
  readonly identity: string | undefined;
  readonly files: readonly FoundFile[];
  /** Empty files that were just made. */
  readonly unfinished: number;
  readonly unreachable: number;
  /** Paths of files that a move which was ended in the middle hid. */
  readonly hidden: readonly string[];
}

/** Programs make an empty file first and fill it when they have something. */
const EMPTY_IS_FRESH_MS = 60_000;
/** Questions to the disk at one time; a network share answers each of them slowly. */
const AT_ONCE = 64;

const AWAY: Listing = { identity: undefined, files: [], unfinished: 0, unreachable: 0, hidden: [] };

/** Looks through a folder. Links are not followed: whoever may write into it must not reach what lies elsewhere. */
export async function listFiles(folder: string): Promise<Listing> {
  const files: FoundFile[] = [];
  const hidden: string[] = [];
  const found = { unfinished: 0, unreachable: 0 };

  const look = async (path: string, name: string): Promise<void> => {
    const status = await lstat(path, { bigint: true }).catch(() => undefined);
    // Gone since it was listed.
    if (status === undefined) return;
    if (status.isDirectory()) return enter(path, name);
    if (!status.isFile()) found.unreachable += 1;
    else if (status.size === 0n && isFresh(status)) found.unfinished += 1;
    else files.push({ name, sizeBytes: Number(status.size), version: versionOf(status) });
  };

  const enter = async (path: string, name: string): Promise<void> => {
    const children = await readdir(path).catch(() => undefined);
    if (children === undefined) found.unreachable += 1;
    hidden.push(...(children ?? []).filter(isTaken).map((child) => join(path, child)));
    // Names in an old encoding come out with this sign, and no file is found under them.
    found.unreachable += (children ?? []).filter((child) => child.includes('\ufffd')).length;
    const visible = (children ?? []).filter((child) => !child.includes('\ufffd') && !isUnfinishedName(child));
    for (let start = 0; start < visible.length; start += AT_ONCE)
      await Promise.all(
        visible
          .slice(start, start + AT_ONCE)
          .map((child) => look(join(path, child), name === '' ? child : `${name}/${child}`)),
      );
  };

  const root = await stat(folder, { bigint: true }).catch(() => undefined);
  if (root === undefined || !root.isDirectory()) return AWAY;
  await enter(folder, '');
  // A share that goes in the middle of a look has not lost its files.
  const after = await stat(folder, { bigint: true }).catch(() => undefined);
  if (after === undefined) return AWAY;
  return { ...found, hidden, identity: `${root.dev}:${root.ino}`, files: files.sort(byName) };
}

/** By the clock of this machine; a file from the future is not fresh. */
function isFresh(status: BigIntStats): boolean {
  const ageMs = Date.now() - Number(status.mtimeMs);
  return ageMs >= 0 && ageMs < EMPTY_IS_FRESH_MS;
}

/** Code units, not locale: the same order on every machine. */
function byName(one: FoundFile, other: FoundFile): number {
  if (one.name === other.name) return 0;
  return one.name < other.name ? -1 : 1;
}
