import type { ClassifierModel } from '#definitions/classifier-model.schema.ts';
import { textFeatures } from './text-features.ts';
import { unpackWeights } from './weight-levels.ts';

/** What the trained model says of a text. */
export interface ModelScores {
  /** Log-odds per type id, their mean taken off. */
  readonly logits: ReadonlyMap<string, number>;
  /** 0..1: how much of the text the model has seen before; low coverage means its opinion is worth little. */
  readonly coverage: number;
  /** Languages the model was trained in. */
  readonly languages: readonly string[];
}

export type LoadedModel = (text: string) => ModelScores;

/** Unpacks a model once; the function it gives scores a text in well under a millisecond a page. */
export function loadModel(model: ClassifierModel): LoadedModel {
  const weights = unpackWeights(bytesOf(model.weights), model.largestWeight);
  const keys = new Uint32Array(bytesOf(model.features).buffer);
  return (text) => {
    const features = textFeatures(text);
    const sums = new Float64Array(model.types.length);
    let known = 0;
    let total = 0;
    let norm = 0;
    for (const [feature, count] of features) {
      const value = 1 + Math.log(count);
      total += value;
      const place = placeIn(keys, feature);
      if (place === undefined) continue;
      const row = place * model.types.length;
      known += value;
      norm += value * value;
      for (let type = 0; type < sums.length; type += 1)
        sums[type] = (sums[type] ?? 0) + value * (weights[row + type] ?? 0);
    }
    const factor = norm === 0 ? 0 : 1 / Math.sqrt(norm);
    const logits = model.types.map((_, type) => (sums[type] ?? 0) * factor + (model.biases[type] ?? 0));
    const mean = logits.reduce((sum, logit) => sum + logit, 0) / logits.length;
    return {
      logits: new Map(model.types.map((type, at) => [type, (logits[at] ?? 0) - mean])),
      languages: model.languages,
      coverage: total === 0 ? 0 : known / total,
    };
  };
}

/** Where a key stands in a list in ascending order. */
function placeIn(keys: Uint32Array, key: number): number | undefined {
  let [low, high] = [0, keys.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = keys[middle] ?? 0;
    if (found === key) return middle;
    if (found < key) low = middle + 1;
    else high = middle - 1;
  }
  return undefined;
}

/** A copy with a buffer of its own, so that it can be looked at as larger numbers. */
function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(base64, 'base64'));
}
