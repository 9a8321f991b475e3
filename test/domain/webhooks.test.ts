import { describe, expect, it } from 'vitest';
import { nextTryMs } from '#domain/webhooks.ts';

const HOUR_MS = 3_600_000;

describe('when a delivery is tried again', () => {
  it('is later and later, and over after a day', () => {
    let ageMs = 0;
    const pauses: number[] = [];
    for (let attempts = 1; attempts < 100; attempts += 1) {
      const pause = nextTryMs({ event: 'case-judged', attempts, ageMs });
      if (pause === undefined) break;
      pauses.push(pause);
      ageMs += pause;
    }
    expect(pauses).toEqual([...pauses].sort((one, other) => one - other));
    expect(pauses[0]).toBe(30_000);
    expect(ageMs).toBeGreaterThan(18 * HOUR_MS);
    expect(ageMs).toBeLessThanOrEqual(24 * HOUR_MS);
  });

  it('never comes for a test: whoever asked for it looks on', () => {
    expect(nextTryMs({ event: 'ping', attempts: 1, ageMs: 0 })).toBeUndefined();
  });
});
