import type { PaperNeed } from '#definitions/casework/civil-papers.schema.ts';
import type { CasePaper } from '#domain/case-paper.ts';
import { phraseFinder, readingOf } from '../../paper-reading.ts';

/** Papers that a rule names by type, kind of issuer and words. */
export function findPapers(papers: readonly CasePaper[], need: PaperNeed): CasePaper[] {
  const words = need.words.map(phraseFinder);
  const without = phraseFinder(need.without);
  return papers.filter((paper) => {
    const { type, letterhead } = paper.record;
    if (need.types.length > 0 && !need.types.includes(type?.id ?? '')) return false;
    if (need.kinds.length > 0 && !need.kinds.includes(letterhead?.kind ?? '')) return false;
    const { text } = readingOf(paper);
    return words.every((isIn) => isIn(text)) && !without(text);
  });
}
