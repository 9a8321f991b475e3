import type { ClassifierModel } from '#definitions/classifier-model.schema.ts';
import type { TrainingPaper } from '#definitions/training-papers.schema.ts';
import { digestOf } from '#engine/stage-key.ts';
import { textFeatures } from '#stages/classify/text-features.ts';
import { type KeptFeature, keepFeatures } from './keep-features.ts';
import { misreadText } from './misread-text.ts';
import { packRows } from './pack-rows.ts';
import { seededRandom } from './seeded-random.ts';
import { shuffled } from './shuffled.ts';
import { typeWeights } from './type-weights.ts';

const SETTINGS = {
  format: 3,
  seed: 20_261_123,
  epochs: 18,
  rate: 0.5,
  decay: 0.00002,
  /** Share of misread letters in each copy of a paper. */
  noise: [0, 0.03, 0.08, 0.15],
  /** Share of the lines of a paper that a copy with misreadings keeps: real papers never have them all. */
  keepLines: 0.5,
  mostFeatures: 125_000,
  /** A type that is wrong by less than this share learns nothing from an example: most of the time, all but two or three. */
  smallestError: 0.0003,
};

/** Names a training set together with the settings it is trained with: another hash, another model. */
export function trainingSetHash(papers: readonly TrainingPaper[]): string {
  return digestOf({ papers, settings: SETTINGS });
}

interface Example {
  readonly keys: Int32Array;
  readonly values: Float64Array;
  readonly type: number;
  readonly weight: number;
}

/**
 * Softmax regression by AdaGrad over hashed words, pairs and pieces of words. Types count alike however many papers they have, so that
 * a type with many examples does not swallow the unknown.
 */
export function trainModel(papers: readonly TrainingPaper[]): Omit<ClassifierModel, 'trainingSet'> {
  const random = seededRandom(SETTINGS.seed);
  const types = [...new Set(papers.map((paper) => paper.type))].sort();
  const features = keepFeatures(papers);
  const rows = new Map(features.map(({ key, rarity }, row) => [key, { row, rarity }]));
  const known = { rows, types, weights: typeWeights(papers) };
  const examples = papers.flatMap((paper) =>
    SETTINGS.noise.map((rate) =>
      example(paper, rate === 0 ? paper.text : misreadText(thinned(paper.text, random), rate, random), known),
    ),
  );
  const weights = new Float64Array(features.length * types.length);
  const squares = new Float64Array(weights.length).fill(1e-6);
  const biases = new Float64Array(types.length);
  for (let epoch = 0; epoch < SETTINGS.epochs; epoch += 1) {
    for (const one of shuffled(examples, random)) step(one, { weights, squares, biases });
  }
  const languages = [...new Set(papers.map((paper) => paper.language))].sort();
  const trained = { keys: features.map(({ key }) => key), types, weights: asUsed(weights, features) };
  return {
    format: 'liasse.classifier/2',
    ...packRows(trained, SETTINGS.mostFeatures),
    biases: [...biases].map((bias) => Math.round(bias * 10_000) / 10_000),
    languages,
  };
}

/** Weights for features as a text counts them: how rare each is was only for learning. */
function asUsed(weights: Float64Array, features: readonly KeptFeature[]): Float64Array {
  const width = weights.length / Math.max(1, features.length);
  return weights.map((weight, at) => weight * (features[Math.floor(at / width)]?.rarity ?? 1));
}

function thinned(text: string, random: () => number): string {
  const lines = text.split('\n');
  return lines.filter((_, at) => at === 0 || lines.length < 4 || random() < SETTINGS.keepLines).join('\n');
}

function example(
  paper: TrainingPaper,
  text: string,
  known: {
    readonly rows: ReadonlyMap<number, { readonly row: number; readonly rarity: number }>;
    readonly types: readonly string[];
    readonly weights: ReadonlyMap<string, number>;
  },
): Example {
  const features = [...textFeatures(text)].flatMap(([key, count]) => {
    const feature = known.rows.get(key);
    return feature === undefined ? [] : [{ ...feature, value: 1 + Math.log(count) }];
  });
  const norm = Math.sqrt(features.reduce((sum, { value }) => sum + value * value, 0)) || 1;
  return {
    keys: Int32Array.from(features, ({ row }) => row * known.types.length),
    values: Float64Array.from(features, ({ value, rarity }) => (value * rarity) / norm),
    type: known.types.indexOf(paper.type),
    weight: known.weights.get(paper.type) ?? 1,
  };
}

function step(
  one: Example,
  model: { readonly weights: Float64Array; readonly squares: Float64Array; readonly biases: Float64Array },
): void {
  const { weights, squares, biases } = model;
  const scores = Float64Array.from(biases);
  one.keys.forEach((key, at) => {
    const value = one.values[at] ?? 0;
    for (let type = 0; type < scores.length; type += 1)
      scores[type] = (scores[type] ?? 0) + (weights[key + type] ?? 0) * value;
  });
  const highest = Math.max(...scores);
  const shares = scores.map((score) => Math.exp(score - highest));
  const sum = shares.reduce((total, share) => total + share, 0);
  const errors = shares.map((share, type) => one.weight * (share / sum - (type === one.type ? 1 : 0)));
  for (let type = 0; type < biases.length; type += 1) biases[type] = (biases[type] ?? 0) - 0.02 * (errors[type] ?? 0);
  const learning = [...errors.keys()].filter((type) => Math.abs(errors[type] ?? 0) > SETTINGS.smallestError);
  one.keys.forEach((key, at) => {
    const value = one.values[at] ?? 0;
    for (const type of learning) {
      const slot = key + type;
      const weight = weights[slot] ?? 0;
      const gradient = (errors[type] ?? 0) * value + SETTINGS.decay * weight;
      const square = (squares[slot] ?? 0) + gradient * gradient;
      squares[slot] = square;
      weights[slot] = weight - (SETTINGS.rate * gradient) / Math.sqrt(square + 0.01);
    }
  });
}
