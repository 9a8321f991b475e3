import type { ClassifierModel } from '#definitions/classifier-model.schema.ts';

/** What training found out: one row of weights per feature, in the order of the keys. */
export interface TrainedWeights {
  /** Feature hashes, ascending. */
  readonly keys: readonly number[];
  readonly types: readonly string[];
  readonly weights: Float64Array;
  readonly biases: Float64Array;
}

/**
 * The model as its file holds it: the `mostFeatures` features that say most of any type, their weights in 127 steps of the largest. Each costs
 * 40 bytes, so the file stays as small as it is meant to be however many papers it was trained on.
 */
export function packModel(
  { keys, types, weights, biases }: TrainedWeights,
  mostFeatures: number,
): Pick<ClassifierModel, 'format' | 'types' | 'biases' | 'features' | 'weights' | 'scale'> {
  const width = types.length;
  const kept = keys
    .map((key, row) => {
      const values = weights.subarray(row * width, (row + 1) * width);
      return { key, values, most: values.reduce((most, value) => Math.max(most, Math.abs(value)), 0) };
    })
    .sort((a, b) => b.most - a.most || a.key - b.key)
    .slice(0, mostFeatures);
  const scale = Math.max(kept[0]?.most ?? 0, 1e-9) / 127;
  kept.sort((a, b) => a.key - b.key);
  return {
    format: 'liasse.classifier/1',
    types: [...types],
    biases: [...biases].map((bias) => Math.round(bias * 10_000) / 10_000),
    features: base64Of(Uint32Array.from(kept, ({ key }) => key).buffer),
    weights: base64Of(
      Int8Array.from(kept.flatMap(({ values }) => [...values].map((value) => Math.round(value / scale)))).buffer,
    ),
    scale,
  };
}

function base64Of(bytes: ArrayBuffer): string {
  return Buffer.from(bytes).toString('base64');
}
