import type { TypeLogits } from '#stages/classify/decide-type.ts';
import { loadLesson } from '#stages/classify/score-by-lesson.ts';
import { fitLesson, type LessonPapers } from './fit-lesson.ts';
import { partEvenly } from './part-evenly.ts';
import type { WeighedPaper } from './weigh-papers.ts';

/** Each paper is held back once. More parts measure a little better and take longer. */
const PARTS = 5;

/** What a lesson says of each paper that it did not see. */
export type Opinions = ReadonlyMap<WeighedPaper, TypeLogits>;

/** Parts corrected and known papers, and asks about each part a lesson that was learned from the others. */
export function heldBackOpinions({ corrected, known }: LessonPapers): Opinions {
  const partsOfCorrected = parted(corrected);
  const partsOfKnown = parted(known);
  const opinions = new Map<WeighedPaper, TypeLogits>();
  for (let part = 0; part < PARTS; part += 1) {
    const papers = { corrected: without(part, partsOfCorrected), known: without(part, partsOfKnown) };
    const lesson = loadLesson(fitLesson(papers));
    const heldBack = [...(partsOfCorrected[part] ?? []), ...(partsOfKnown[part] ?? [])];
    for (const paper of heldBack) opinions.set(paper, lesson(paper.features));
  }
  return opinions;
}

function parted(papers: readonly WeighedPaper[]): WeighedPaper[][] {
  return partEvenly(papers, PARTS, ({ type }) => type);
}

function without(part: number, parts: readonly (readonly WeighedPaper[])[]): WeighedPaper[] {
  return parts.flatMap((papers, at) => (at === part ? [] : papers));
}
