import type { Classification } from '#definitions/classification.schema.ts';
import type { LanguageCues } from '#definitions/cues.schema.ts';
import type { DocumentPage } from '#domain/page-reading.ts';
import type { LoadedModel } from '#stages/classify/score-by-model.ts';
import { weighEvidence } from '#stages/classify/weigh-evidence.ts';

/** A paper whose type is known. */
export interface LabelledPaper {
  readonly type: string;
  readonly language: string;
  readonly pages: readonly DocumentPage[];
}

/** What is known besides the model. */
export interface Knowledge {
  readonly classification: Classification;
  readonly cues: readonly LanguageCues[];
}

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

/** Decides about every paper with a model, all other evidence weighed in as in a real run, and counts. */
export function decideWith(model: LoadedModel, papers: readonly LabelledPaper[], knowledge: Knowledge): Outcome {
  const { reviewBelow, unknownType } = knowledge.classification;
  const outcome = { papers: papers.length, right: 0, wrongAndSure: 0, review: 0, unknownTaken: 0 };
  for (const { pages, language, type } of papers) {
    const decision = weighEvidence(pages, [language], { ...knowledge, model });
    const isSure = decision.confidence >= reviewBelow;
    const isRight = decision.id === type;
    outcome.right += Number(isRight);
    outcome.review += Number(!isSure);
    outcome.wrongAndSure += Number(isSure && !isRight);
    outcome.unknownTaken += Number(isSure && !isRight && type === unknownType);
  }
  return outcome;
}

/** Two counts of different papers as one. */
export function addOutcomes(one: Outcome, other: Outcome): Outcome {
  return {
    papers: one.papers + other.papers,
    right: one.right + other.right,
    wrongAndSure: one.wrongAndSure + other.wrongAndSure,
    review: one.review + other.review,
    unknownTaken: one.unknownTaken + other.unknownTaken,
  };
}
