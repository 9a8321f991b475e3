import type { Flags } from '#definitions/flags.schema.ts';
import type { DocumentPage } from '#domain/page-reading.ts';
import { withWesternDigits } from '#text/amounts.ts';
import { foldText } from '#text/fold-text.ts';
import { lineText } from '#text/line-text.ts';
import type { FactValue } from './facts.ts';

/** Lines at the head and foot of a page among which its number stands. */
const HEAD_LINES = 8;
const FOOT_LINES = 5;

/** Facts about the pages as objects: how many, how well read, what ink is on them, which are missing. */
export function pageFacts(pages: readonly DocumentPage[], flags: Flags): [string, FactValue][] {
  const read = pages.filter((page) => page.state === 'read');
  const confidences = read.map((page) => page.confidence);
  return [
    ['pages.count', pages.length],
    ['pages.failed', pages.filter((page) => page.state === 'failed').length],
    ['pages.read', read.length],
    ['pages.missing', missingPages(pages, flags.pageNumbers)],
    ['ocr.confidence', confidences.length === 0 ? null : Math.min(...confidences)],
    ['quality.problems', [...new Set(pages.flatMap((page) => page.quality?.problems ?? []))]],
    ['marks.signature', markFact(pages, ['signature'], flags.thresholds)],
    ['marks.stamp', markFact(pages, ['stamp'], flags.thresholds)],
  ];
}

function markFact(pages: readonly DocumentPage[], kinds: readonly string[], limits: Flags['thresholds']): FactValue {
  const best = Math.max(
    0,
    ...pages.flatMap((page) => page.marks.filter((mark) => kinds.includes(mark.kind)).map((mark) => mark.confidence)),
  );
  if (best >= limits.mark) return true;
  const isUnseen = pages.some((page) => page.state === 'failed' || page.areMarksUnknown === true);
  return best >= limits.markDoubt || isUnseen ? undefined : false;
}

/** How many pages the printed numbering ("page 1/3") announces beyond those that are there. */
function missingPages(pages: readonly DocumentPage[], patterns: readonly string[]): number {
  const expressions = patterns.map((pattern) => new RegExp(pattern, 'u'));
  let total = 0;
  for (const page of pages) {
    const edge = [...page.lines.slice(0, HEAD_LINES), ...page.lines.slice(-FOOT_LINES)];
    for (const line of edge)
      total = Math.max(total, announcedTotal(foldText(withWesternDigits(lineText(line))), expressions));
  }
  return Math.max(0, total - pages.length);
}

function announcedTotal(text: string, expressions: readonly RegExp[]): number {
  for (const expression of expressions) {
    const match = expression.exec(text);
    const [at, total] = [Number(match?.[1]), Number(match?.[2])];
    if (at >= 1 && at <= total && total < 200) return total;
  }
  return 0;
}
