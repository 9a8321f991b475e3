import type { IssueSign } from '#definitions/issue-date.schema.ts';
import type { RoleDecision } from './assign-role.ts';
import { type DateLine, isAtEdge, type PrintedDate } from './printed-date.ts';

/** A date with what its surroundings say. */
export interface RoledDate {
  readonly date: PrintedDate;
  readonly decision: RoleDecision;
}

/** Signs of one date with their strengths, 0 absent … about 1 full. */
export type Signs = Partial<Record<IssueSign, number>>;

/** What is measured over all dates of the paper before one of them is judged. */
export interface DateCompany {
  readonly dates: readonly RoledDate[];
  /** Latest day that is neither to come nor labelled as anything else; '' when there is none. */
  readonly latest: string;
  readonly asOf: string;
  /** All lines of the document. */
  readonly lines: readonly DateLine[];
}

/** Measures the dates of a paper against each other. */
export function dateCompany(dates: readonly RoledDate[], asOf: string, lines: readonly DateLine[]): DateCompany {
  const latest = dates
    .filter((one) => !isMachineLine(one) && /^(?:issue|other)$/.test(one.decision.role))
    .filter(({ date }) => isPast(date.reading.iso, asOf))
    .reduce((last, { date }) => (date.reading.iso > last ? date.reading.iso : last), '');
  return { dates, latest, asOf, lines };
}

/** What a fax or a printer put at the edge of the sheet. */
export function isMachineLine({ date, decision }: RoledDate): boolean {
  return isFaxLine(date) || (decision.isTrace && isAtEdge(date.box));
}

/** The line a fax machine prints at the very top: date, time, numbers, page. A poor one is read without its time or its words. */
function isFaxLine({ box, line: { row } }: PrintedDate): boolean {
  if (!isAtEdge(box)) return false;
  if (PHONE_PAIRS.test(row) && PAGE_COUNT.test(row)) return true;
  if (!CLOCK.test(row)) return false;
  return (
    PAGE_COUNT.test(row) || /fax|\d{6,}|https?:|→/i.test(row) || PHONE_PAIRS.test(row) || digitCount(row) >= MANY_DIGITS
  );
}
const CLOCK = /\p{Nd}{1,2}[:h]\p{Nd}{2}/iu;
/** Date, time and a telephone number. */
const MANY_DIGITS = 18;
const PAGE_COUNT = /\bp(?:age|\.)?\s?\.?\d|(?<!\d)\d{1,2}\s?\/\s?\d{1,2}(?![\d/])/i;
/** "01 70 00 48 00", also in part. */
const PHONE_PAIRS = /(?:(?<!\d)\d{2} ){3}/;

function digitCount(text: string): number {
  return text.match(/\p{Nd}/gu)?.length ?? 0;
}

/** Whether a day (or a month or year that holds it) has come. */
export function isPast(iso: string, asOf: string): boolean {
  return iso <= asOf.slice(0, iso.length);
}
