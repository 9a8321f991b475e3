import type { DateCues } from '#definitions/date-cues.schema.ts';
import type { IssueDateRules } from '#definitions/issue-date.schema.ts';
import type { DocumentDates, FoundDate, IssueDate } from '#domain/findings.ts';
import { roundedBox } from '#domain/geometry.ts';
import type { DocumentPage } from '#domain/page-reading.ts';
import type { DateContext } from '#text/dates/date-reading.ts';
import { assignRole, type RoleDecision } from './assign-role.ts';
import { birthCentury } from './birth-century.ts';
import { chooseIssueDate, type IssueChoice, readingConfidence, rounded } from './choose-issue-date.ts';
import { type DateCompany, dateCompany, type RoledDate } from './date-company.ts';
import { dateLines } from './date-lines.ts';
import { issueSigns } from './issue-signs.ts';
import { findLabels } from './label-matcher.ts';
import { labelledYears } from './labelled-years.ts';
import type { DateLine, PrintedDate } from './printed-date.ts';
import { readDocumentDates } from './read-document-dates.ts';
import { hasUnreadDate } from './unread-date.ts';

/** What is known about dates: the wording around them, and how the date of issue is told. */
export interface DateKnowledge {
  readonly cues: readonly DateCues[];
  readonly issueDate: IssueDateRules;
}

/** All dates of a document with their roles, and the one that says when it was issued. `asOf` is the day the file is judged. */
export function findDocumentDates(
  pages: readonly DocumentPage[],
  asOf: string,
  knowledge: DateKnowledge,
): DocumentDates {
  const roled = roledDates(pages, asOf, knowledge.cues);
  const company = dateCompany(roled.dates, asOf, roled.lines);
  const choice = chooseIssueDate(company, knowledge.issueDate);
  const { issueDate, issueCandidates } = roled.hasUnread ? doubted(choice, company) : choice;
  return {
    dates: roled.dates.map((one) => toFound(one, issueDate)),
    issueDate,
    issueCandidates,
    ...(roled.hasUnread ? { hasUnread: true } : {}),
  };
}

/** Where a date could not be read, another that nothing announces may have been taken in its stead. */
function doubted(choice: IssueChoice, company: DateCompany): IssueChoice {
  const { issueDate } = choice;
  const places = company.dates.filter(({ date }) => date.reading.iso === issueDate?.iso);
  const isAnnounced = places.some((one) => {
    const signs = issueSigns(one, company);
    return ANNOUNCING.some((sign) => (signs[sign] ?? 0) > 0.5);
  });
  if (issueDate === null || isAnnounced) return choice;
  return { ...choice, issueDate: { ...issueDate, confidence: rounded(issueDate.confidence * UNANNOUNCED) } };
}
const ANNOUNCING = ['issue-label', 'signing-label', 'placed'] as const;
const UNANNOUNCED = 0.6;

/** All dates of a document with the roles that the words beside them give; nothing is chosen yet. */
export function roledDates(
  pages: readonly DocumentPage[],
  asOf: string,
  cues: readonly DateCues[],
): { readonly dates: readonly RoledDate[]; readonly lines: readonly DateLine[]; readonly hasUnread: boolean } {
  const lines = dateLines(pages);
  const labels = findLabels(lines, cues);
  const isMonthFirst = labels.some((label) => label.kind === 'month-first');
  const context: DateContext = {
    languages: languagesOf(pages),
    order: isMonthFirst ? 'mdy' : 'dmy',
    isOrderSure: false,
    year: Number(asOf.slice(0, 4)),
    isRecognised: pages.some((page) => page.source === 'ocr'),
  };
  const printed = readDocumentDates(lines, context);
  const years = labelledYears(labels, printed);
  const dates = [...printed, ...years].sort((one, other) => one.fromItem - other.fromItem);
  // A label says something about dates of its page only.
  const labelsOf = Map.groupBy(labels, ({ line }) => line.page);
  const datesOf = Map.groupBy(dates, ({ line }) => line.page);
  const roleOf = (date: PrintedDate): RoleDecision =>
    assignRole(date, labelsOf.get(date.line.page) ?? [], datesOf.get(date.line.page) ?? []);
  return {
    dates: dates.map((date) => birthCentury({ date, decision: roleOf(date) }, asOf)),
    lines,
    hasUnread: hasUnreadDate(lines, labels, dates),
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
  const isIssue = issue !== null && issue.iso === reading.iso && isIssuePlace(date, decision.role, issue);
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

/** The place that was chosen, and other places that print the same day without calling it anything else. */
function isIssuePlace(date: PrintedDate, role: FoundDate['role'], issue: IssueDate): boolean {
  const [x, y] = roundedBox(date.box);
  const isChosen = date.line.page.page === issue.page && x === issue.box[0] && y === issue.box[1];
  return isChosen || role === 'other' || role === 'issue';
}

/** A paper has one date of issue: what else was labelled so (an annex, a copy) is another date. */
function demoted(role: FoundDate['role'], issue: DocumentDates['issueDate']): FoundDate['role'] {
  return role === 'issue' && issue !== null ? 'other' : role;
}
