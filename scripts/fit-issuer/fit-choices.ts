import type { Features } from '../../src/stages/find-letterhead/features.ts';

export type Weights = Record<string, number>;

/** Options of which some are right, by index. */
export interface Choice {
  readonly options: readonly Features[];
  readonly right: ReadonlySet<number>;
}

/** Step of the descent, and how much of the past its two moments keep (Kingma & Ba 2015). */
const STEP = 0.08;
const MOMENTUM = { first: 0.9, second: 0.99 };
/** What is known of a kind of paper is shrunk less: there are few papers of each. */
const TYPE_SHRINK = 0.2;

/** Weights under which the right options get the most of a softmax; small ones are preferred (`shrink`). */
export function fitChoices(
  choices: readonly Choice[],
  { shrink, steps }: { readonly shrink: number; readonly steps: number },
): Weights {
  const names = [...new Set(choices.flatMap(({ options }) => options.flatMap((one) => [...one.keys()])))].sort();
  const table = tabulate(choices, names);
  const weights = new Float64Array(names.length);
  const first = new Float64Array(names.length);
  const second = new Float64Array(names.length);
  const shrinks = names.map((name) => shrink * (name.startsWith('type-') ? TYPE_SHRINK : 1));
  for (let step = 1; step <= steps; step += 1) {
    const slopes = slopesOf(table, weights);
    for (let at = 0; at < names.length; at += 1) {
      const gradient = (slopes[at] ?? 0) / choices.length + (shrinks[at] ?? 0) * (weights[at] ?? 0);
      first[at] = MOMENTUM.first * (first[at] ?? 0) + (1 - MOMENTUM.first) * gradient;
      second[at] = MOMENTUM.second * (second[at] ?? 0) + (1 - MOMENTUM.second) * gradient ** 2;
      const size = Math.sqrt((second[at] ?? 0) / (1 - MOMENTUM.second ** step)) + 1e-8;
      weights[at] = (weights[at] ?? 0) - (STEP * ((first[at] ?? 0) / (1 - MOMENTUM.first ** step))) / size;
    }
  }
  // Three decimals, in the order of names, so that the file changes only where the fit does.
  return Object.fromEntries(names.map((name, at) => [name, Math.round((weights[at] ?? 0) * 1000) / 1000]));
}

/** An option's features as columns and values, and whether it is right. */
interface Row {
  readonly columns: Uint16Array;
  readonly values: Float64Array;
  readonly isRight: boolean;
}

function tabulate(choices: readonly Choice[], names: readonly string[]): readonly (readonly Row[])[] {
  const columnOf = new Map(names.map((name, at) => [name, at]));
  return choices.map(({ options, right }) =>
    options.map((features, at) => ({
      columns: Uint16Array.from([...features.keys()].map((name) => columnOf.get(name) ?? 0)),
      values: Float64Array.from(features.values()),
      isRight: right.has(at),
    })),
  );
}

function slopesOf(table: readonly (readonly Row[])[], weights: Float64Array): Float64Array {
  const slopes = new Float64Array(weights.length);
  for (const rows of table) {
    const scores = rows.map((row) => scoreOf(row, weights));
    const highest = Math.max(...scores);
    const shares = scores.map((score) => Math.exp(score - highest));
    const all = shares.reduce((sum, part) => sum + part, 0);
    const ours = shares.reduce((sum, part, at) => sum + (rows[at]?.isRight === true ? part : 0), 0);
    for (const [at, row] of rows.entries()) {
      const part = shares[at] ?? 0;
      addTo(slopes, row, part / all - (row.isRight ? part / ours : 0));
    }
  }
  return slopes;
}

function scoreOf({ columns, values }: Row, weights: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < columns.length; at += 1) sum += (values[at] ?? 0) * (weights[columns[at] ?? 0] ?? 0);
  return sum;
}

function addTo(slopes: Float64Array, { columns, values }: Row, push: number): void {
  for (let at = 0; at < columns.length; at += 1) {
    const column = columns[at] ?? 0;
    slopes[column] = (slopes[column] ?? 0) + push * (values[at] ?? 0);
  }
}
