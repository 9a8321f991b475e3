import type { IssueSign } from '#definitions/issue-date.schema.ts';
import type { RoleDecision } from './assign-role.ts';
import type { DateLine, PrintedDate } from './printed-date.ts';

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
  return isFaxLine(date) || (decision.isTrace && isAtEdge(date));
}

/** The line a fax machine prints at the very top: date, time, numbers, page. */
function isFaxLine(date: PrintedDate): boolean {
  const { text } = date.line;
  return (
    isAtEdge(date) &&
    /\d{1,2}[:h]\d{2}/i.test(text) &&
    /fax|\bp(?:age|\.)?\s?\d|\d{6,}|\d\s?\/\s?\d|https?:|→/i.test(text)
  );
}

function isAtEdge({ box }: PrintedDate): boolean {
  return box[1] < 0.06 || box[1] > 0.94;
}

/** Whether a day (or a month or year that holds it) has come. */
export function isPast(iso: string, asOf: string): boolean {
  return iso <= asOf.slice(0, iso.length);
}
