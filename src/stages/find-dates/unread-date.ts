import { isTornDate, isTornNumber } from '#text/dates/is-torn-date.ts';
import type { LabelHit } from './label-matcher.ts';
import type { DateLine, PrintedDate } from './printed-date.ts';

/**
 * Whether a recognised paper prints a date that could not be understood: what is left of one beside a month, or right after the label of a
 * date of issue. A paper that has one is not undated.
 */
export function hasUnreadDate(
  lines: readonly DateLine[],
  labels: readonly LabelHit[],
  dates: readonly PrintedDate[],
): boolean {
  const dated = new Set(dates.map(({ line }) => line));
  const isOpen = (line: DateLine): boolean => line.page.source === 'ocr' && !dated.has(line);
  return (
    lines.some((line) => isOpen(line) && isTornDate(line.text)) ||
    labels.some((label) => label.role === 'issue' && isOpen(label.line) && isTornNumber(textAfter(label)))
  );
}

/** The printed words after a label on its line; words of several items once. */
function textAfter({ line, to }: LabelHit): string {
  return line.items
    .slice(to - line.firstItem)
    .filter((item, at, all) => item.box !== all[at - 1]?.box)
    .map(({ printed }) => printed)
    .join(' ');
}
