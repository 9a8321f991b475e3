import type { Lesson } from '#definitions/lesson.schema.ts';
import { featureStrength } from '#stages/classify/load-rows.ts';
import { packRows } from './pack-rows.ts';
import { seededRandom } from './seeded-random.ts';
import { shuffled } from './shuffled.ts';
import { typeWeights } from './type-weights.ts';
import type { WeighedPaper } from './weigh-papers.ts';

const SETTINGS = {
  seed: 20_261_126,
  epochs: 12,
  rate: 0.5,
  /** Pulls every weight back to nothing: what a thousand times as many papers taught the model is moved only where corrections insist. */
  decay: 0.02,
  mostFeatures: 20_000,
  /** A type that is wrong by less than this share learns nothing from a paper. */
  smallestError: 0.001,
};

export interface LessonPapers {
  readonly corrected: readonly WeighedPaper[];
  /** Papers that Liasse brings: what was right about them shall stay right. */
  readonly known: readonly WeighedPaper[];
}

interface Example {
  /** Where the row of each feature begins, and how strongly the paper shows it. */
  readonly rows: Int32Array;
  readonly values: Float64Array;
  /** What all other evidence says, by type. */
  readonly logits: Float64Array;
  readonly temperature: number;
  readonly type: number;
  readonly weight: number;
}

/**
 * Weights that, added to all other evidence, make the corrected papers come out as they were corrected and leave known ones as they were: softmax regression by
 * AdaGrad on what the other evidence leaves wrong. Only wording of corrected papers gets weights. Deterministic.
 */
export function fitLesson(papers: LessonPapers): Lesson {
  const types = typesOf(papers);
  const features = lessonFeatures(papers);
  const examples = examplesOf(papers, types, features);
  const state = {
    weights: new Float64Array(features.size * types.length),
    squares: new Float64Array(features.size * types.length),
  };
  const random = seededRandom(SETTINGS.seed);
  for (let epoch = 0; epoch < SETTINGS.epochs; epoch += 1) {
    for (const example of shuffled(examples, random)) step(example, state);
  }
  const rarities = [...features.values()].map(({ rarity }) => rarity);
  const weights = state.weights.map((weight, at) => weight * (rarities[Math.floor(at / types.length)] ?? 1));
  return {
    format: 'liasse.lesson/1',
    ...packRows({ keys: [...features.keys()], types, weights }, SETTINGS.mostFeatures),
  };
}

function typesOf({ corrected, known }: LessonPapers): string[] {
  return [...new Set([...corrected, ...known].flatMap(({ type, logits }) => [type, ...logits.keys()]))].sort();
}

interface LessonFeature {
  readonly row: number;
  readonly rarity: number;
}

/** Wording of at least two papers, one of them corrected; how rare it is among known papers says how much it may mean. */
function lessonFeatures({ corrected, known }: LessonPapers): ReadonlyMap<number, LessonFeature> {
  const inCorrected = papersWith(corrected);
  const inKnown = papersWith(known);
  const kept = [...inCorrected]
    .map(([key, count]) => ({ key, count, known: inKnown.get(key) ?? 0 }))
    .filter((one) => one.count + one.known >= 2)
    .sort((a, b) => a.key - b.key);
  return new Map(
    kept.map((one, row) => [one.key, { row, rarity: Math.log((known.length + 1) / (one.known + 1)) / 4 }]),
  );
}

function papersWith(papers: readonly WeighedPaper[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const { features } of papers) for (const key of features.keys()) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

function examplesOf(
  { corrected, known }: LessonPapers,
  types: readonly string[],
  features: ReadonlyMap<number, LessonFeature>,
): Example[] {
  const weights = typeWeights(corrected);
  const of = (paper: WeighedPaper, weight: number): Example => exampleOf(paper, weight, { types, features });
  return [...corrected.map((paper) => of(paper, weights.get(paper.type) ?? 1)), ...known.map((paper) => of(paper, 1))];
}

function exampleOf(
  paper: WeighedPaper,
  weight: number,
  { types, features }: { readonly types: readonly string[]; readonly features: ReadonlyMap<number, LessonFeature> },
): Example {
  const rows: number[] = [];
  const values: number[] = [];
  let squares = 0;
  for (const [key, count] of paper.features) {
    const strength = featureStrength(count);
    squares += strength * strength;
    const feature = features.get(key);
    if (feature === undefined) continue;
    rows.push(feature.row * types.length);
    values.push(strength * feature.rarity);
  }
  const length = Math.sqrt(squares) || 1;
  return {
    rows: Int32Array.from(rows),
    values: Float64Array.from(values, (value) => value / length),
    logits: Float64Array.from(types, (type) => paper.logits.get(type) ?? 0),
    temperature: paper.temperature,
    type: types.indexOf(paper.type),
    weight,
  };
}

function step(
  example: Example,
  { weights, squares }: { readonly weights: Float64Array; readonly squares: Float64Array },
): void {
  const errors = errorsOf(example, weights);
  const learning = [...errors.keys()].filter((type) => Math.abs(errors[type] ?? 0) > SETTINGS.smallestError);
  example.rows.forEach((row, at) => {
    const value = example.values[at] ?? 0;
    for (const type of learning) {
      const slot = row + type;
      const weight = weights[slot] ?? 0;
      const slope = (errors[type] ?? 0) * value + SETTINGS.decay * weight;
      const square = (squares[slot] ?? 0) + slope * slope;
      squares[slot] = square;
      weights[slot] = weight - (SETTINGS.rate * slope) / Math.sqrt(square + 0.01);
    }
  });
}

/** By how much each type's chance is too high. */
function errorsOf({ rows, values, logits, temperature, type, weight }: Example, weights: Float64Array): Float64Array {
  const scores = Float64Array.from(logits);
  rows.forEach((row, at) => {
    const value = values[at] ?? 0;
    for (let one = 0; one < scores.length; one += 1)
      scores[one] = (scores[one] ?? 0) + (weights[row + one] ?? 0) * value;
  });
  const highest = Math.max(...scores);
  const shares = scores.map((score) => Math.exp((score - highest) / temperature));
  const sum = shares.reduce((total, share) => total + share, 0);
  return shares.map((share, at) => weight * (share / sum - (at === type ? 1 : 0)));
}
