import type { BoundaryEvidence } from '#definitions/cutting.schema.ts';
import type { PageNumber } from './find-page-number.ts';
import type { PageSummary } from './summarise-page.ts';

/** Numbering says so, whatever else the page looks like. */
export type Numbering = 'goes-on' | 'restarts' | 'silent';

/** What page numbers say of a page that follows the pages of a document; blank pages are left out of both. */
export function readNumbering(before: readonly PageSummary[], page: PageSummary): Numbering {
  if (page.head.runningNumber === before.length + 1 && repeatsHead(before, page)) return 'goes-on';
  return page.number === undefined ? 'silent' : compareNumbers(before, page.number);
}

function compareNumbers(before: readonly PageSummary[], { number, total }: PageNumber): Numbering {
  const at = before.findLastIndex((one) => one.number !== undefined);
  const last = before[at]?.number;
  // "1" alone may be anything.
  if (number === 1) return total === undefined && last === undefined ? 'silent' : 'restarts';
  if (last === undefined) return number === before.length + 1 ? 'goes-on' : 'silent';
  const isOtherTotal = last.total !== undefined && total !== undefined && last.total !== total;
  if (isOtherTotal || number <= last.number) return 'restarts';
  // A page whose number could not be read may lie between.
  return [last.number + 1, last.number + before.length - at].includes(number) ? 'goes-on' : 'silent';
}

/** What the numbers weigh where they do not decide. */
export function numberingEvidence(
  before: readonly PageSummary[],
  page: PageSummary,
): (readonly [BoundaryEvidence, number])[] {
  const { number } = page;
  const announced = before.findLast((one) => one.number?.total !== undefined)?.number;
  const total = announced?.total;
  const previous = before.at(-1)?.number;
  const isLast = previous?.total !== undefined && previous.number === previous.total;
  return [
    // "1/3" was announced and page three has not come.
    ['numbering-unfinished', Number(total !== undefined && before.length < total && (announced?.number ?? 0) < total)],
    ['numbering-complete', Number(total !== undefined && (before.length >= total || isLast))],
    ['numbering-lost', Number(number === undefined && before.length > 1 && previous !== undefined)],
    // "1" alone may be anything; "1/3" is a beginning.
    ['first-of-numbered', number?.number === 1 ? firstStrength(number.total) : 0],
    ['next-of-numbered', Number(number !== undefined && number.number > 1)],
  ];
}

function firstStrength(total: number | undefined): number {
  return total === undefined ? 0.5 : 1;
}

/** The topmost line repeats a page before it, or the head of the first: a running head. */
export function repeatsHead(before: readonly PageSummary[], { head }: PageSummary): boolean {
  const { firstLine } = head;
  if (firstLine.length > 6 && before.some((one) => one.head.firstLine === firstLine)) return true;
  const words = firstLine.match(/\p{L}{4,}/gu) ?? [];
  const known = words.filter((word) => before[0]?.head.words.has(word)).length;
  return words.length > 0 && known >= words.length * 0.75;
}
