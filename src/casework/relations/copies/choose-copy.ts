import type { CopiesRules } from '#definitions/casework/copies.schema.ts';
import type { CasePaper } from '#domain/case-paper.ts';
import { pagesOf } from './same-paper.ts';

type Why = keyof CopiesRules['sentences']['why'];

/** Below this a reading is not sharper, only luckier. */
const STEP = 0.02;
/** A sheet on a scanner lies straighter than this. */
const STRAIGHT_DEGREES = 1.5;
/** Types less sure than this are not counted in the matrix, either. */
const DOUBTFUL = 0.6;

/** Copies with the best first, and why it is: the first thing in which it is better than the next. */
export function chooseCopy(
  copies: readonly CasePaper[],
  { worse }: Pick<CopiesRules, 'worse'>,
): { readonly ordered: readonly CasePaper[]; readonly why: Why } {
  const sharpest = Math.max(0, ...copies.map(sharpnessOf));
  const merits: readonly (readonly [Why, (paper: CasePaper) => number])[] = [
    ['sound', ({ record }) => (record.flags.some(({ code }) => worse.includes(code)) ? 0 : 1)],
    ['known', ({ record }) => ((record.type?.confidence ?? 0) < DOUBTFUL ? 0 : 1)],
    ['whole', pagesOf],
    ['original', (paper) => (isEveryPage(paper, ({ source }) => source === 'text-layer') ? 1 : 0)],
    // Against the best only: steps of a scale would part two that lie on either side of one.
    ['sharp', (paper) => (sharpest - sharpnessOf(paper) <= STEP ? 1 : 0)],
    ['flat', ({ capture }) => (capture?.isPhoto === true ? 0 : 1)],
    ['straight', (paper) => (isStraight(paper) ? 1 : 0)],
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

function sharpnessOf({ record }: CasePaper): number {
  return record.ocr?.confidence ?? 0;
}

function isStraight(paper: CasePaper): boolean {
  return isEveryPage(paper, ({ turned }) => turned === 0) && (paper.capture?.skewDegrees ?? 0) <= STRAIGHT_DEGREES;
}

type ReadPage = NonNullable<CasePaper['record']['ocr']>['pages'][number];

function isEveryPage({ record }: CasePaper, test: (page: ReadPage) => boolean): boolean {
  const pages = record.ocr?.pages ?? [];
  return pages.length > 0 && pages.every(test);
}
