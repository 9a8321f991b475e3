import type { DocumentPage } from '#domain/page-reading.ts';
import { withWesternDigits } from '#text/amounts.ts';
import { foldText } from '#text/fold-text.ts';
import { lineText } from '#text/line-text.ts';

/** Lines at the head and foot of a page among which its number stands. */
const HEAD_LINES = 8;
const FOOT_LINES = 5;
/** A paper of more pages than this numbers something else. */
const MOST_PAGES = 200;

/** How many pages the printed numbering ("page 1/3") announces; 0 when there is none. */
export function announcedPages(pages: readonly DocumentPage[], patterns: readonly string[]): number {
  const expressions = patterns.map((pattern) => new RegExp(pattern, 'u'));
  let total = 0;
  for (const page of pages) {
    const edge = [...page.lines.slice(0, HEAD_LINES), ...page.lines.slice(-FOOT_LINES)];
    for (const line of edge)
      total = Math.max(total, announcedTotal(foldText(withWesternDigits(lineText(line))), expressions));
  }
  return total;
}

function announcedTotal(text: string, expressions: readonly RegExp[]): number {
  for (const expression of expressions) {
    const match = expression.exec(text);
    const [at, total] = [Number(match?.[1]), Number(match?.[2])];
    if (at >= 1 && at <= total && total < MOST_PAGES) return total;
  }
  return 0;
}
