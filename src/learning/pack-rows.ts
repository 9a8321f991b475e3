import type { WeightRows } from '#definitions/weight-rows.schema.ts';
import { packWeights } from '#stages/classify/weight-levels.ts';

/** What training found out: one row of weights per feature, in the order of the keys. */
export interface TrainedWeights {
  /** Feature hashes, ascending. */
  readonly keys: readonly number[];
  readonly types: readonly string[];
  readonly weights: Float64Array;
}

/**
 * The rows as a file holds them: the `mostFeatures` features that say most of any type, their weights in levels of the largest. Each costs
 * about 23 bytes, so the file stays as small as it is meant to be however many papers it was trained on.
 */
export function packRows({ keys, types, weights }: TrainedWeights, mostFeatures: number): WeightRows {
  const width = types.length;
  const kept = keys
    .map((key, row) => {
      const values = weights.subarray(row * width, (row + 1) * width);
      return { key, values, most: values.reduce((most, value) => Math.max(most, Math.abs(value)), 0) };
    })
    .sort((a, b) => b.most - a.most || a.key - b.key)
    .slice(0, mostFeatures);
  const largestWeight = Math.max(kept[0]?.most ?? 0, 1e-9);
  kept.sort((a, b) => a.key - b.key);
  return {
    types: [...types],
    features: base64Of(Uint32Array.from(kept, ({ key }) => key).buffer),
    weights: base64Of(
      packWeights(
        kept.flatMap(({ values }) => [...values]),
        largestWeight,
      ).buffer,
    ),
    largestWeight,
  };
}

function base64Of(bytes: ArrayBuffer): string {
  return Buffer.from(bytes).toString('base64');
}
