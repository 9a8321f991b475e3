import { describe, expect, it } from 'vitest';
import { compareCuts, cutFigures } from '#app/evaluation/compare-cuts.ts';

const ranges = (...pairs: readonly (readonly [number, number])[]) => pairs.map(([from, to]) => ({ from, to }));

describe('cuts against the truth', () => {
  it('counts boundaries that are hit, missed and wrongly made', () => {
    const truth = ranges([1, 1], [2, 3], [4, 4]);
    expect(compareCuts(truth, truth)).toEqual({ hit: 2, missed: 0, wrong: 0 });
    expect(compareCuts(truth, ranges([1, 1], [2, 2], [3, 4]))).toEqual({ hit: 1, missed: 1, wrong: 1 });
    expect(compareCuts(truth, ranges([1, 4]))).toEqual({ hit: 0, missed: 2, wrong: 0 });
  });

  it('counts every boundary as missed where the file could not be read', () => {
    expect(compareCuts(ranges([1, 2], [3, 3]), [])).toEqual({ hit: 0, missed: 1, wrong: 0 });
  });

  it('leaves out files of one page, which can not be cut wrong', () => {
    expect(compareCuts(ranges([1, 1]), ranges([1, 1]))).toBeUndefined();
  });

  it('counts a document of several pages that was rightly left whole, though it has no boundary', () => {
    expect(compareCuts(ranges([1, 3]), ranges([1, 2], [3, 3]))).toEqual({ hit: 0, missed: 0, wrong: 1 });
  });

  it('gives precision, recall and F1 over all files, null over nothing', () => {
    const figures = cutFigures([
      { hit: 3, missed: 1, wrong: 0 },
      { hit: 0, missed: 0, wrong: 1 },
    ]);
    expect(figures).toEqual({ files: 2, boundaries: 4, precision: 0.75, recall: 0.75, f1: 0.75 });
    expect(cutFigures([])).toMatchObject({ boundaries: 0, precision: null, recall: null, f1: null });
  });
});
