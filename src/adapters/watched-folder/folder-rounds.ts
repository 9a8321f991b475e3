import { setTimeout as pause } from 'node:timers/promises';
import type { FolderRound } from '#ports/watched-folder.ts';
import type { FolderHints } from './create-folder-hints.ts';
import type { Look } from './create-stillness.ts';
import type { Listing } from './list-files.ts';

/** One look at everything in a folder. */
export interface LookAround extends Look {
  readonly listing: Listing;
  readonly tookMs: number;
}

export interface Rhythm {
  readonly settleMs: number;
  /** Longest time from one look to the next. */
  readonly lookEveryMs: number;
  readonly signal: AbortSignal;
}

/** A look may take this share of the time, however large the folder. */
const LOOKING_SHARE = 0.25;
/** How often a folder that went is looked for. */
const AWAY_EVERY_MS = 5_000;

/** What is there, once it had the time to lie still. */
export async function* singleRound(look: () => Promise<LookAround>, rhythm: Rhythm): AsyncGenerator<FolderRound> {
  const first = await look();
  if (first.listing.identity !== undefined) {
    await pauseUnless(rhythm.settleMs + 1, rhythm.signal);
    if (rhythm.signal.aborted) return;
  }
  const second = await look();
  yield roundOf({ ...second, still: [...first.still, ...second.still] });
}

/** Rounds until the signal is given, the first at once: looks when there is a hint, when a file is due, and every now and then in any case. */
export async function* endlessRounds(
  look: () => Promise<LookAround>,
  hints: FolderHints,
  rhythm: Rhythm,
): AsyncGenerator<FolderRound> {
  let known: string | null | undefined = null;
  while (!rhythm.signal.aborted) {
    const seen = await look();
    const { identity } = seen.listing;
    if (identity !== undefined && identity !== known) await hints.listen();
    const isReady = seen.still.length > 0;
    if (isReady || known === null || (identity === undefined) !== (known === undefined)) yield roundOf(seen);
    known = identity;
    await pauseUnless(seen.tookMs / LOOKING_SHARE - seen.tookMs, rhythm.signal);
    // What was just handed out may be asked for again soon.
    const soonestMs = isReady ? rhythm.settleMs : (seen.dueInMs ?? rhythm.lookEveryMs);
    await hints.next(Math.min(soonestMs, identity === undefined ? AWAY_EVERY_MS : rhythm.lookEveryMs), rhythm.signal);
  }
}

function roundOf({ listing, still, unfinished }: LookAround): FolderRound {
  return { isThere: listing.identity !== undefined, files: still, unfinished, unreachable: listing.unreachable };
}

async function pauseUnless(ms: number, signal: AbortSignal): Promise<void> {
  await pause(ms, undefined, { signal }).catch(() => undefined);
}
