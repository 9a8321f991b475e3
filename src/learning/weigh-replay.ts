import type { HeldBack } from '#definitions/held-back.schema.ts';
import type { TrainingPaper } from '#definitions/training-papers.schema.ts';
import { chooseReplay } from './choose-replay.ts';
import { heldBackScores } from './held-back-scores.ts';
import { pageOfText } from './page-of-text.ts';
import { type Knowledge, type WeighedPaper, weighPaper } from './weigh-papers.ts';

/** Papers that are replayed: so many protect what was known, and cost half a second to weigh. */
const REPLAYED = 800;

/** What is known of the training papers. */
export interface KnownPapers {
  readonly papers: readonly TrainingPaper[];
  readonly heldBack: HeldBack;
}

/** A choice of the training papers, each weighed with a model that was not trained on it; half of them in the languages named. */
export function weighReplay(
  { papers, heldBack }: KnownPapers,
  languages: ReadonlySet<string>,
  knowledge: Knowledge,
): WeighedPaper[] {
  const scores = heldBackScores(heldBack, [...new Set(papers.map(({ language }) => language))]);
  return chooseReplay(papers, languages, REPLAYED).flatMap((at) => {
    const paper = papers[at];
    if (paper === undefined) return [];
    return weighPaper({ ...paper, pages: [pageOfText(paper.text)] }, () => scores(at), knowledge);
  });
}
