import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  calibrationError,
  deciles,
  interval,
  median,
  scriptOf,
  share,
  wrongWhenReviewed,
} from '../../scripts/bench/figures.ts';

const sure = (confidence: number, typeRight: boolean) => ({ confidence, typeRight });

describe('the figures of the benchmark', () => {
  it('give nothing over nothing, never nought or one', () => {
    expect([share([]), median([]), calibrationError([]), wrongWhenReviewed([], 0.1), interval(0.5, 0)]).toEqual([
      null,
      null,
      null,
      null,
      null,
    ]);
  });

  it('take the middle of an even number of values between the two inner ones', () => {
    expect(median([4, 1, 3, 2])).toBe(2.5);
    expect(median([9, 1, 5])).toBe(5);
  });

  it('know the textbook interval: 9 of 10 right leave 60 to 98 %', () => {
    const [low = 0, high = 0] = interval(0.9, 10) ?? [];
    expect(low).toBeCloseTo(0.596, 3);
    expect(high).toBeCloseTo(0.982, 3);
  });

  it('leave an interval that holds the share and stays a share', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.double({ min: 0, max: 1, noNaN: true }), (count, part) => {
        const [low = -1, high = 2] = interval(part, count) ?? [];
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(low).toBeLessThanOrEqual(part + 1e-9);
        expect(high).toBeGreaterThanOrEqual(part - 1e-9);
      }),
    );
  });

  it('put every confidence into one decile, the whole one into the last', () => {
    const bins = deciles([sure(0, false), sure(0.1, true), sure(0.99, true), sure(1, true)]);
    expect(bins.map(({ documents }) => documents)).toEqual([1, 1, 0, 0, 0, 0, 0, 0, 0, 2]);
    expect(bins[2]?.right).toBeNull();
  });

  it('call nothing miscalibrated that is as often right as it says, and count how far off the rest is', () => {
    expect(calibrationError([sure(1, true), sure(0, false)])).toBe(0);
    // Says 95 %, is right in half: 45 hundredths off.
    expect(calibrationError([sure(0.95, true), sure(0.95, false)])).toBeCloseTo(0.45);
  });

  it('count the wrong ones left, of all, once the least sure went to a person', () => {
    const answers = [sure(0.9, false), sure(0.8, true), sure(0.3, false), sure(0.2, true)];
    expect(wrongWhenReviewed(answers, 0)).toBe(0.5);
    expect(wrongWhenReviewed(answers, 0.5)).toBe(0.25);
    expect(wrongWhenReviewed(answers, 1)).toBe(0);
  });

  it('know the usual script of a language, and do not stumble over what is none', () => {
    expect(['fr', 'uk', 'am', 'zh', 'ka', 'ps', '!'].map(scriptOf)).toEqual([
      'Latn',
      'Cyrl',
      'Ethi',
      'Hans',
      'Geor',
      'Arab',
      'Zzzz',
    ]);
  });
});
