import type { CasePaper } from '#domain/case-paper.ts';
import { type GroupContext, groupOf } from './group-papers.ts';
import type { PaperOrder } from './paper-order.ts';

/** A paper in its place, with the annex it follows because it translates it. */
export interface OrderedPaper {
  readonly paper: CasePaper;
  readonly original: CasePaper | null;
}

/** What ordering goes by; `originals`: of a translation, the annex that it translates. */
export interface OrderContext extends GroupContext {
  readonly order: PaperOrder | null;
  readonly originals: ReadonlyMap<string, CasePaper>;
}

/**
 * The annexes in order: as a person set it, then by section, criterion and date (undated ones last). Translations stand right behind their original as they came
 * in, unless the person put them elsewhere.
 */
export function orderAnnexes(annexes: readonly CasePaper[], context: OrderContext): readonly OrderedPaper[] {
  const { order, originals } = context;
  const byKey = new Map(annexes.map((paper) => [paper.key, paper]));
  const named = (order?.papers ?? []).flatMap(({ paper }) => byKey.get(paper) ?? []);
  const isNamed = new Set(named.map(({ key }) => key));
  const others = annexes.filter(({ key }) => !isNamed.has(key)).toSorted(byGroupAndDate(context));
  const follows = (paper: CasePaper): boolean => !isNamed.has(paper.key) && originals.has(paper.key);
  const ordered: OrderedPaper[] = [];
  for (const paper of [...named, ...others.filter((one) => !follows(one))]) {
    ordered.push({ paper, original: originalBefore(paper, ordered, originals) });
    for (const translation of annexes)
      if (follows(translation) && originals.get(translation.key)?.key === paper.key)
        ordered.push({ paper: translation, original: paper });
  }
  return ordered;
}

/** The original of a translation that stands right behind it, other translations between. */
function originalBefore(
  { key }: CasePaper,
  before: readonly OrderedPaper[],
  originals: OrderContext['originals'],
): CasePaper | null {
  const original = originals.get(key);
  const last = before.at(-1);
  if (original === undefined || last === undefined) return null;
  return last.paper.key === original.key || last.original?.key === original.key ? original : null;
}

function byGroupAndDate(context: OrderContext): (a: CasePaper, b: CasePaper) => number {
  const dateOf = ({ record }: CasePaper): string => record.issueDate?.iso ?? '9999';
  return (a, b) =>
    groupOf(a, context).rank - groupOf(b, context).rank ||
    compare(dateOf(a), dateOf(b)) ||
    a.position - b.position ||
    compare(a.key, b.key);
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
