import type { IssueSign } from '#definitions/issue-date.schema.ts';
import type { DocumentPage } from '#domain/page-reading.ts';
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
  /** The same by page: what stands near a date stands on its page. */
  readonly byPage: ReadonlyMap<DocumentPage, readonly RoledDate[]>;
  /** Those that no machine put at the edge. */
  readonly lasting: LastingDates;
  /** Latest day that is neither to come nor labelled as anything else; '' when there is none. */
  readonly latest: string;
  readonly asOf: string;
  /** All lines of the document. */
  readonly lines: readonly DateLine[];
}

/** What is counted once for all dates: a statement of an account has thousands. */
export interface LastingDates {
  readonly byIso: ReadonlyMap<string, number>;
  /** Of those that are whole days. */
  readonly days: readonly RoledDate[];
  readonly daysByIso: ReadonlyMap<string, number>;
}

/** Measures the dates of a paper against each other. */
export function dateCompany(dates: readonly RoledDate[], asOf: string, lines: readonly DateLine[]): DateCompany {
  const latest = dates
    .filter((one) => !isMachineLine(one) && /^(?:issue|other)$/.test(one.decision.role))
    .filter(({ date }) => isPast(date.reading.iso, asOf))
    .reduce((last, { date }) => (date.reading.iso > last ? date.reading.iso : last), '');
  const lasting = dates.filter((one) => !isMachineLine(one));
  const days = lasting.filter(({ date }) => date.reading.precision === 'day');
  return {
    ...{ dates, latest, asOf, lines },
    byPage: Map.groupBy(dates, ({ date }) => date.line.page),
    lasting: { byIso: countByIso(lasting), days, daysByIso: countByIso(days) },
  };
}

function countByIso(dates: readonly RoledDate[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { date } of dates) counts.set(date.reading.iso, (counts.get(date.reading.iso) ?? 0) + 1);
  return counts;
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
