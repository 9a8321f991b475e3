import type { IssuerWeights } from '#definitions/issuer-weights.schema.ts';
import type { Features } from './features.ts';
import type { HeadContext } from './head-context.ts';
import type { PageWords } from './head-lines.ts';
import { type Candidate, issuerCandidates } from './issuer-candidates.ts';
import { candidateFeatures } from './issuer-features.ts';
import { type BestName, presenceFeatures } from './presence-features.ts';

/** Who wrote a paper, as far as its letterhead tells. */
export interface IssuerChoice {
  readonly candidate: Candidate;
  /** 0..1: that the paper stands on headed paper at all. */
  readonly presence: number;
  /** 0..1: that the candidate is the issuer, given a letterhead. */
  readonly share: number;
}

/** All that is weighed: every candidate with its features, and the head they stand in. */
export interface WeighedHead {
  readonly candidates: readonly { readonly candidate: Candidate; readonly features: Features }[];
  readonly context: HeadContext;
  /** The kind of paper, whatever it is called. */
  readonly type: string;
}

/** Collects what speaks for each candidate. `type` is the kind of paper, whatever it is called. */
export function weighHead(words: PageWords, type: string, context: HeadContext): WeighedHead {
  const candidates = issuerCandidates(context.lines, words).map((candidate) => ({
    candidate,
    features: candidateFeatures(candidate, context),
  }));
  return { candidates, context, type };
}

/** Ranks the candidates against each other (softmax of the weighed features), then judges whether there is a letterhead (logistic). */
export function chooseIssuer(weighed: WeighedHead, weights: IssuerWeights): IssuerChoice | undefined {
  const best = bestName(weighed, weights.rank);
  if (best === undefined) return undefined;
  const odds = scoreOf(presenceFeatures(best, weighed.context, weighed.type), weights.presence);
  return { candidate: best.candidate, presence: 1 / (1 + Math.exp(-odds)), share: best.share };
}

/** The name with the highest score, and its part of the softmax; undefined where there is no name. */
export function bestName({ candidates }: WeighedHead, rank: IssuerWeights['rank']): BestName | undefined {
  const scored = candidates
    .map((one) => ({ ...one, score: scoreOf(one.features, rank) }))
    .sort((a, b) => b.score - a.score);
  const [best] = scored;
  if (best === undefined) return undefined;
  const total = scored.reduce((sum, { score }) => sum + Math.exp(score - best.score), 0);
  return { ...best, share: 1 / total };
}

/** Sum of the weights of the features; a feature without a weight says nothing. */
export function scoreOf(features: Features, weights: Readonly<Record<string, number>>): number {
  let sum = 0;
  for (const [name, value] of features) sum += value * (weights[name] ?? 0);
  return sum;
}
