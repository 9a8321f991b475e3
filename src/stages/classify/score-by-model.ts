import type { ClassifierModel } from '#definitions/classifier-model.schema.ts';
import { loadRows } from './load-rows.ts';
import type { TextFeatures } from './text-features.ts';

/** What the trained model says of a text. */
export interface ModelScores {
  /** Log-odds per type id, their mean taken off. */
  readonly logits: ReadonlyMap<string, number>;
  /** 0..1: how much of the text the model has seen before; low coverage means its opinion is worth little. */
  readonly coverage: number;
  /** Languages the model was trained in. */
  readonly languages: readonly string[];
}

export type LoadedModel = (text: TextFeatures) => ModelScores;

/** Unpacks a model once; the function it gives scores a text. */
export function loadModel(model: ClassifierModel): LoadedModel {
  const sumRows = loadRows(model);
  return (text) => {
    const { sums, known, all } = sumRows(text);
    const factor = known.length === 0 ? 0 : 1 / known.length;
    const logits = model.types.map((_, type) => (sums[type] ?? 0) * factor + (model.biases[type] ?? 0));
    const mean = logits.reduce((sum, logit) => sum + logit, 0) / logits.length;
    return {
      logits: new Map(model.types.map((type, at) => [type, (logits[at] ?? 0) - mean])),
      languages: model.languages,
      coverage: all.sum === 0 ? 0 : known.sum / all.sum,
    };
  };
}
