import type { DateCues } from '#definitions/date-cues.schema.ts';
import type { DocumentDates, FoundDate } from '#domain/findings.ts';
import { roundedBox } from '#domain/geometry.ts';
import type { DocumentPage } from '#domain/page-reading.ts';
import type { DateContext } from '#text/dates/date-reading.ts';
import { assignRole } from './assign-role.ts';
import { birthCentury } from './birth-century.ts';
import { chooseIssueDate, type RoledDate, readingConfidence, rounded } from './choose-issue-date.ts';
import { dateLines } from './date-lines.ts';
import { findLabels } from './label-matcher.ts';
import { labelledYears } from './labelled-years.ts';
import { readDocumentDates } from './read-document-dates.ts';

/** All dates of a document with their roles, and the one that says when it was issued. `asOf` is the day the file is judged. */
export function findDocumentDates(
  pages: readonly DocumentPage[],
  asOf: string,
  cues: readonly DateCues[],
): DocumentDates {
  const lines = dateLines(pages);
  const labels = findLabels(lines, cues);
  const isMonthFirst = labels.some((label) => label.kind === 'month-first');
  const context: DateContext = {
    languages: languagesOf(pages),
    order: isMonthFirst ? 'mdy' : 'dmy',
    isOrderSure: false,
    year: Number(asOf.slice(0, 4)),
  };
  const printed = readDocumentDates(lines, context);
  const years = labelledYears(labels, printed);
  const dates = [...printed, ...years].sort((one, other) => one.fromItem - other.fromItem);
  const roled = dates.map((date): RoledDate => birthCentury({ date, decision: assignRole(date, labels, dates) }, asOf));
  const { issueDate, issueCandidates } = chooseIssueDate(roled, asOf);
  return {
    dates: roled.map((one) => toFound(one, issueDate)),
    issueDate,
    issueCandidates,
  };
}

/** Languages of the pages, the one with the largest share first. */
function languagesOf(pages: readonly DocumentPage[]): string[] {
  const shares = new Map<string, number>();
  for (const page of pages)
    for (const { code, share } of page.languages) shares.set(code, (shares.get(code) ?? 0) + share);
  return [...shares].sort((one, other) => other[1] - one[1]).map(([code]) => code);
}

function toFound({ date, decision }: RoledDate, issue: DocumentDates['issueDate']): FoundDate {
  const { reading } = date;
  const isIssue =
    issue !== null && issue.iso === reading.iso && (decision.role === 'other' || decision.role === 'issue');
  const trust = decision.role === 'other' ? 0.8 : Math.min(1, 0.6 + 0.05 * decision.strength);
  return {
    iso: reading.iso,
    precision: reading.precision,
    role: isIssue ? 'issue' : demoted(decision.role, issue),
    calendar: reading.calendar,
    text: date.text,
    page: date.line.page.page,
    box: roundedBox(date.box),
    confidence: isIssue ? Math.max(issue.confidence, 0.01) : rounded(readingConfidence(date) * trust),
  };
}

/** A paper has one date of issue: what else was labelled so (an annex, a copy) is another date. */
function demoted(role: FoundDate['role'], issue: DocumentDates['issueDate']): FoundDate['role'] {
  return role === 'issue' && issue !== null ? 'other' : role;
}
