import type { CasePaper } from '#domain/case-paper.ts';

/** Papers in the order in which they came in, so that a judgement does not depend on how they were fetched. */
export function inOrder(papers: readonly CasePaper[]): CasePaper[] {
  return papers.toSorted((a, b) => a.position - b.position || (a.key < b.key ? -1 : Number(a.key > b.key)));
}
