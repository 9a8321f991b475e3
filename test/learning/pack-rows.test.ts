import { describe, expect, it } from 'vitest';
import { packRows } from '#learning/pack-rows.ts';
import { unpackWeights } from '#stages/classify/weight-levels.ts';

const trained = {
  keys: [3, 8, 21],
  types: ['letter', 'bill'],
  weights: Float64Array.from([0.1, -0.1, 4, -2, -0.5, 0.5]),
};

const numbers = (base64: string) => new Uint32Array(new Uint8Array(Buffer.from(base64, 'base64')).buffer);

describe('a model in its file', () => {
  it('keeps the features that say most, by key, and their weights in levels of the largest', () => {
    const packed = packRows(trained, 2);
    expect([...numbers(packed.features)]).toEqual([8, 21]);
    const [first, second, third, fourth] = unpackWeights(Buffer.from(packed.weights, 'base64'), packed.largestWeight);
    expect(first).toBeCloseTo(4);
    expect(second).toBeCloseTo(-2, 0);
    expect(third).toBeCloseTo(-0.5, 0);
    expect(fourth).toBeCloseTo(0.5, 0);
  });

  it('keeps what there is when there is less', () => {
    expect([...numbers(packRows(trained, 100).features)]).toEqual([3, 8, 21]);
  });
});
