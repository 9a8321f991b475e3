import { FAILURES, type FailureCode } from '#domain/failure.ts';

/** What becomes of an item whose try failed. `give-back`: it was not its fault, and the try does not count. */
export type Retry = { readonly end: 'put-off' | 'give-back'; readonly afterMs: number } | { readonly end: 'bury' };

/** Pauses before the second to the sixth try: 2 s, 10 s, 1 min, 5 min, 15 min. */
export const PAUSES_MS: readonly number[] = [2_000, 10_000, 60_000, 300_000, 900_000];

/** No item fails at these: what it stands on is missing, for all alike. */
const SURROUNDINGS: readonly FailureCode[] = [
  'database-away',
  'blobs-away',
  'queue-away',
  'disk-full',
  'database-in-use',
  'home-not-writable',
  'master-key-missing',
  'master-key-wrong',
];
const SURROUNDINGS_PAUSE_MS = 5_000;

/** Whether a failure is one of everything around and not of the item. */
export function isOfSurroundings(code: FailureCode): boolean {
  return SURROUNDINGS.includes(code);
}

/** Failures that may pass are tried again after a growing pause, as often as there are pauses; all others are final at once. */
export function decideRetry(code: FailureCode, triesBefore: number, pausesMs = PAUSES_MS): Retry {
  if (code === 'cancelled') return { end: 'give-back', afterMs: 0 };
  if (isOfSurroundings(code)) return { end: 'give-back', afterMs: SURROUNDINGS_PAUSE_MS };
  const afterMs = FAILURES[code].category === 'transient' ? pausesMs[triesBefore] : undefined;
  return afterMs === undefined ? { end: 'bury' } : { end: 'put-off', afterMs };
}
