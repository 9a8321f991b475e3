import type { CopiesRules } from '#definitions/casework/copies.schema.ts';
import type { CasePaper } from '#domain/case-paper.ts';
import { pagesOf } from './same-paper.ts';

type Why = keyof CopiesRules['sentences']['why'];

/** Below this a reading is not sharper, only luckier. */
const STEP = 0.02;
/** Types less sure than this are not counted in the matrix, either. */
const DOUBTFUL = 0.6;

/** Copies with the best first, and why it is: the first thing in which it is better than the next. */
export function chooseCopy(
  copies: readonly CasePaper[],
  { worse }: Pick<CopiesRules, 'worse'>,
): { readonly ordered: readonly CasePaper[]; readonly why: Why } {
  const merits: readonly (readonly [Why, (paper: CasePaper) => number])[] = [
    ['sound', ({ record }) => (record.flags.some(({ code }) => worse.includes(code)) ? 0 : 1)],
    ['known', ({ record }) => ((record.type?.confidence ?? 0) < DOUBTFUL ? 0 : 1)],
    ['whole', pagesOf],
    ['original', (paper) => (isEveryPage(paper, ({ source }) => source === 'text-layer') ? 1 : 0)],
    ['sharp', ({ record }) => Math.round((record.ocr?.confidence ?? 0) / STEP)],
    ['straight', (paper) => (isEveryPage(paper, ({ turned }) => turned === 0) ? 1 : 0)],
    ['first', ({ position }) => -position],
  ];
  const ordered = copies.toSorted((a, b) => {
    for (const [, merit] of merits) if (merit(a) !== merit(b)) return merit(b) - merit(a);
    return 0;
  });
  const [best, next] = ordered;
  const why = merits.find(([, merit]) => best !== undefined && next !== undefined && merit(best) !== merit(next));
  return { ordered, why: why?.[0] ?? 'first' };
}

type ReadPage = NonNullable<CasePaper['record']['ocr']>['pages'][number];

function isEveryPage({ record }: CasePaper, test: (page: ReadPage) => boolean): boolean {
  const pages = record.ocr?.pages ?? [];
  return pages.length > 0 && pages.every(test);
}
