import type { LiasseFailure } from '#domain/failure.ts';

/** Failures of what receives: no other file would fare better now. */
const OF_ALL: readonly string[] = ['disk-full', 'home-not-writable', 'blobs-away', 'database-away', 'queue-away'];

/**
 * What a failure means for whatever comes in by itself: `all` wait and are tried again, this `one` is tried again later, or nothing helps but a person
 * (`end`).
 */
export function troubleOf(failure: LiasseFailure): 'all' | 'one' | 'end' {
  if (OF_ALL.includes(failure.code)) return 'all';
  // An error of ours on one file must not keep the others out.
  if (failure.code === 'internal-error' || failure.category === 'transient') return 'one';
  return failure.category === 'rejected' ? 'one' : 'end';
}

/** A pause that grows from the first to the longest. */
export interface Pauses {
  readonly firstMs: number;
  readonly longestMs: number;
}

/** After trouble with reception, and after trouble with one file or message. */
export const ALL_WAIT: Pauses = { firstMs: 2_000, longestMs: 60_000 };
export const ONE_WAITS: Pauses = { firstMs: 10_000, longestMs: 600_000 };
/** After that many tries, what could not be taken out of an archive or message is rejected. */
export const MOST_TRIES = 3;

/** A pause that doubles from try to try, up to a longest one. */
export function growingPause(tries: number, { firstMs, longestMs }: Pauses): number {
  return Math.min(longestMs, firstMs * 2 ** Math.min(tries, 30));
}
