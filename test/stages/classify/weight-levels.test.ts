import { describe, expect, it } from 'vitest';
import { packWeights, unpackWeights } from '#stages/classify/weight-levels.ts';

describe('weights in four bits', () => {
  it('come back as they were when they stand on a level, with their sign', () => {
    const weights = [7, -7, 0, 7 * (3 / 7) ** 2];
    expect([...unpackWeights(packWeights(weights, 7), 7)]).toEqual(weights.map(Math.fround));
  });

  it('come back close by when small, where most of them are', () => {
    const small = Array.from({ length: 20 }, (_, at) => (at - 10) / 20);
    const back = [...unpackWeights(packWeights(small, 7), 7)];
    expect(Math.max(...small.map((weight, at) => Math.abs(weight - (back[at] ?? 0))))).toBeLessThan(0.3);
  });

  it('are followed by nothing where their number is odd', () => {
    expect([...unpackWeights(packWeights([2], 2), 2)]).toEqual([2, 0]);
  });
});
