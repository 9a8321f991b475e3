import { scoreOf } from '../../src/stages/find-letterhead/choose-issuer.ts';
import type { Features } from '../../src/stages/find-letterhead/issuer-features.ts';

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
  options: { readonly shrink: number; readonly steps: number },
): Weights {
  const weights: Weights = {};
  const first: Weights = {};
  const second: Weights = {};
  for (let step = 1; step <= options.steps; step += 1) {
    for (const [name, slope] of Object.entries(slopesOf(choices, weights))) {
      const shrink = options.shrink * (name.startsWith('type-') ? TYPE_SHRINK : 1);
      const gradient = slope / choices.length + shrink * (weights[name] ?? 0);
      const mean = MOMENTUM.first * (first[name] ?? 0) + (1 - MOMENTUM.first) * gradient;
      const square = MOMENTUM.second * (second[name] ?? 0) + (1 - MOMENTUM.second) * gradient ** 2;
      first[name] = mean;
      second[name] = square;
      const size = Math.sqrt(square / (1 - MOMENTUM.second ** step)) + 1e-8;
      weights[name] = (weights[name] ?? 0) - (STEP * (mean / (1 - MOMENTUM.first ** step))) / size;
    }
  }
  return rounded(weights);
}

function slopesOf(choices: readonly Choice[], weights: Weights): Weights {
  const slopes: Weights = {};
  for (const { options, right } of choices) {
    const scores = options.map((features) => scoreOf(features, weights));
    const highest = Math.max(...scores);
    const shares = scores.map((score) => Math.exp(score - highest));
    const all = shares.reduce((sum, part) => sum + part, 0);
    const ours = shares.reduce((sum, part, at) => sum + (right.has(at) ? part : 0), 0);
    options.forEach((features, at) => {
      const part = shares[at] ?? 0;
      const push = part / all - (right.has(at) ? part / ours : 0);
      for (const [name, value] of features) slopes[name] = (slopes[name] ?? 0) + push * value;
    });
  }
  return slopes;
}

/** Three decimals, in the order of names, so that the file changes only where the fit does. */
function rounded(weights: Weights): Weights {
  return Object.fromEntries(
    Object.entries(weights)
      .map(([name, weight]) => [name, Math.round(weight * 1000) / 1000] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}
