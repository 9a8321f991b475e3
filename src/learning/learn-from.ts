import type { Classification } from '#definitions/classification.schema.ts';
import type { Lesson } from '#definitions/lesson.schema.ts';
import type { TypeLogits } from '#stages/classify/decide-type.ts';
import { chooseStrength, strengthened } from './choose-strength.ts';
import { countOutcomes, decideWith, type Outcome } from './decide-with.ts';
import { fitLesson, type LessonPapers } from './fit-lesson.ts';
import { heldBackOpinions } from './held-back-opinions.ts';
import type { WeighedPaper } from './weigh-papers.ts';

/** How the same held-back papers came out without and with what was learned from the others. */
export interface Comparison {
  readonly before: Outcome;
  readonly after: Outcome;
}

export interface Gain {
  /** The organisation's corrected papers. */
  readonly corrected: Comparison;
  /** Papers that Liasse brings along: what was known must stay known. */
  readonly known: Comparison;
}

export interface Learned {
  readonly lesson: Lesson;
  readonly gain: Gain;
}

/**
 * What corrections teach, and what that is worth, measured on papers that the measured lesson did not see. The order of the papers matters: the same papers in the same
 * order teach the same.
 */
export function learnFrom(papers: LessonPapers, rules: Classification): Learned {
  const opinions = heldBackOpinions(papers);
  const strength = chooseStrength(papers, opinions);
  const compare = (compared: readonly WeighedPaper[]): Comparison => {
    const outcome = (opinion: (paper: WeighedPaper) => TypeLogits): Outcome => {
      const decisions = compared.map((paper) => decideWith(paper, opinion(paper), rules));
      return countOutcomes(compared, decisions, rules);
    };
    return {
      before: outcome(() => new Map()),
      after: outcome((paper) => strengthened(opinions.get(paper), strength)),
    };
  };
  const lesson = fitLesson(papers);
  return {
    lesson: { ...lesson, largestWeight: lesson.largestWeight * strength },
    gain: { corrected: compare(papers.corrected), known: compare(papers.known) },
  };
}
