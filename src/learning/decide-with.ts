import type { Classification } from '#definitions/classification.schema.ts';
import type { TypeDecision } from '#domain/findings.ts';
import { decideType, type TypeLogits } from '#stages/classify/decide-type.ts';
import { addLogits } from '#stages/classify/weigh-evidence.ts';
import type { WeighedPaper } from './weigh-papers.ts';

/** How many papers of a set came out how. */
export interface Outcome {
  readonly papers: number;
  readonly right: number;
  /** Wrong, and not sent to a person. */
  readonly wrongAndSure: number;
  readonly review: number;
  /** Papers that are no evidence and were taken for some, and not sent to a person. */
  readonly unknownTaken: number;
}

/** What is decided about a paper when a lesson says this of it, all other evidence weighed in as in a real run. */
export function decideWith(
  { logits, temperature }: WeighedPaper,
  taught: TypeLogits,
  rules: Classification,
): TypeDecision {
  return decideType(addLogits(logits, taught), () => [], { ...rules, temperature });
}

/** Counts what came out for papers; decisions in their order. */
export function countOutcomes(
  papers: readonly WeighedPaper[],
  decisions: readonly TypeDecision[],
  { reviewBelow, unknownType }: Classification,
): Outcome {
  const outcome = { papers: papers.length, right: 0, wrongAndSure: 0, review: 0, unknownTaken: 0 };
  papers.forEach(({ type }, at) => {
    const decision = decisions[at];
    const isSure = (decision?.confidence ?? 0) >= reviewBelow;
    const isRight = decision?.id === type;
    outcome.right += Number(isRight);
    outcome.review += Number(!isSure);
    outcome.wrongAndSure += Number(isSure && !isRight);
    outcome.unknownTaken += Number(isSure && !isRight && type === unknownType);
  });
  return outcome;
}
