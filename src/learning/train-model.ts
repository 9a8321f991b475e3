import type { ClassifierModel } from '#definitions/classifier-model.schema.ts';
import type { TrainingPaper } from '#definitions/training-papers.schema.ts';
import { digestOf } from '#engine/stage-key.ts';
import { textFeatures } from '#stages/classify/text-features.ts';
import { misreadText } from './misread-text.ts';
import { seededRandom } from './seeded-random.ts';

const SETTINGS = {
  format: 1,
  seed: 20_261_123,
  epochs: 18,
  rate: 0.5,
  decay: 0.00002,
  noise: [0, 0.03, 0.08],
  /** Share of the lines of a paper that a copy keeps: real papers never have them all. */
  keepLines: 0.7,
  smallestWeight: 0.6,
  fewPapers: 60,
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
  const keys = keptFeatures(papers);
  const rows = new Map(keys.map((key, row) => [key, row]));
  const examples = papers.flatMap((paper) =>
    SETTINGS.noise.map((rate) =>
      example(paper, rate === 0 ? paper.text : misreadText(thinned(paper.text, random), rate, random), {
        rows,
        types,
        papers,
      }),
    ),
  );
  const weights = new Float64Array(keys.length * types.length);
  const squares = new Float64Array(weights.length).fill(1e-6);
  const biases = new Float64Array(types.length);
  for (let epoch = 0; epoch < SETTINGS.epochs; epoch += 1) {
    for (const one of shuffled(examples, random)) step(one, { weights, squares, biases });
  }
  const languages = [...new Set(papers.map((paper) => paper.language))].sort();
  return { ...packed(keys, types, weights, biases), languages };
}

/** Features of at least two papers: what stands in one only is a name or a slip. A language with few papers can't afford that. */
function keptFeatures(papers: readonly TrainingPaper[]): number[] {
  const papersWith = new Map<number, number>();
  for (const paper of papers) {
    const inLanguage = papers.filter((other) => other.language === paper.language).length;
    const share = inLanguage < SETTINGS.fewPapers ? 2 : 1;
    for (const key of textFeatures(paper.text).keys()) papersWith.set(key, (papersWith.get(key) ?? 0) + share);
  }
  return [...papersWith]
    .filter(([, count]) => count >= 2)
    .map(([key]) => key)
    .sort((a, b) => a - b);
}

function thinned(text: string, random: () => number): string {
  const lines = text.split('\n');
  return lines.filter((_, at) => at === 0 || lines.length < 4 || random() < SETTINGS.keepLines).join('\n');
}

function example(
  paper: TrainingPaper,
  text: string,
  known: {
    readonly rows: ReadonlyMap<number, number>;
    readonly types: readonly string[];
    readonly papers: readonly TrainingPaper[];
  },
): Example {
  const features = [...textFeatures(text)].flatMap(([key, count]) => {
    const row = known.rows.get(key);
    return row === undefined ? [] : [{ row, value: 1 + Math.log(count) }];
  });
  const norm = Math.sqrt(features.reduce((sum, { value }) => sum + value * value, 0)) || 1;
  const ofType = known.papers.filter((other) => other.type === paper.type).length;
  return {
    keys: Int32Array.from(features, ({ row }) => row * known.types.length),
    values: Float64Array.from(features, ({ value }) => value / norm),
    type: known.types.indexOf(paper.type),
    weight: Math.min(3, known.papers.length / known.types.length / ofType),
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
  one.keys.forEach((key, at) => {
    const value = one.values[at] ?? 0;
    for (let type = 0; type < errors.length; type += 1) {
      const slot = key + type;
      const weight = weights[slot] ?? 0;
      const gradient = (errors[type] ?? 0) * value + SETTINGS.decay * weight;
      const square = (squares[slot] ?? 0) + gradient * gradient;
      squares[slot] = square;
      weights[slot] = weight - (SETTINGS.rate * gradient) / Math.sqrt(square + 0.01);
    }
  });
}

function shuffled<Value>(values: readonly Value[], random: () => number): Value[] {
  const copy = [...values];
  for (let at = copy.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    const [one, two] = [copy[at], copy[other]];
    if (one !== undefined && two !== undefined) [copy[at], copy[other]] = [two, one];
  }
  return copy;
}

function packed(
  keys: readonly number[],
  types: readonly string[],
  weights: Float64Array,
  biases: Float64Array,
): Omit<ClassifierModel, 'trainingSet' | 'languages'> {
  const width = types.length;
  const kept = keys
    .map((key, row) => ({ key, values: weights.subarray(row * width, (row + 1) * width) }))
    .filter(({ values }) => values.some((value) => Math.abs(value) > SETTINGS.smallestWeight));
  const largest = kept.reduce((most, { values }) => Math.max(most, ...values.map(Math.abs)), 1e-9);
  const scale = largest / 127;
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
