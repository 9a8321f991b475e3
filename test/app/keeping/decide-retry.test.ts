import { describe, expect, it } from 'vitest';
import { decideRetry, PAUSES_MS } from '#app/keeping/decide-retry.ts';

describe('a try that failed', () => {
  it('is made again five times after growing pauses when the failure may pass', () => {
    expect([0, 1, 2, 3, 4].map((tries) => decideRetry('page-timeout', tries))).toEqual(
      [2_000, 10_000, 60_000, 300_000, 900_000].map((afterMs) => ({ end: 'put-off', afterMs })),
    );
    expect(decideRetry('page-timeout', 5)).toEqual({ end: 'bury' });
    expect(PAUSES_MS).toEqual(PAUSES_MS.toSorted((one, other) => one - other));
  });

  it('is final at once when the failure will not pass', () => {
    for (const code of [
      'internal-error',
      'damaged-pdf',
      'sealed-damaged',
      'worker-died',
      'definition-invalid',
    ] as const)
      expect(decideRetry(code, 0)).toEqual({ end: 'bury' });
  });

  it('does not count, however often, when what all work stands on is missing', () => {
    for (const code of [
      'database-away',
      'blobs-away',
      'queue-away',
      'disk-full',
      'master-key-missing',
      'home-not-writable',
    ] as const)
      for (const tries of [0, 5, 1000]) expect(decideRetry(code, tries)).toMatchObject({ end: 'give-back' });
  });

  it('does not count when it was broken off, and can be made at once', () => {
    expect(decideRetry('cancelled', 9)).toEqual({ end: 'give-back', afterMs: 0 });
  });
});
