import type { IssueDateRules } from '#definitions/issue-date.schema.ts';
import type { IssueDate } from '#domain/findings.ts';
import { roundedBox } from '#domain/geometry.ts';
import type { DateCompany, Signs } from './date-company.ts';
import { issueSigns } from './issue-signs.ts';
import type { PrintedDate } from './printed-date.ts';

/** The date a paper was issued, if it says so, and the other dates that could be it, best first. */
export interface IssueChoice {
  readonly issueDate: IssueDate | null;
  readonly issueCandidates: IssueDate[];
}

/**
 * Weighs all dates of a paper against each other and against "it has none": the chances of all days and of none add up to 1.
 * A day printed more than once stands for its best place.
 */
export function chooseIssueDate(company: DateCompany, rules: IssueDateRules): IssueChoice {
  const scored = company.dates
    .map((one) => ({ one, score: scoreSigns(issueSigns(one, company), rules) }))
    .sort((one, other) => other.score - one.score);
  const days = scored.filter(
    ({ one }, at) => scored.findIndex((other) => other.one.date.reading.iso === one.date.reading.iso) === at,
  );
  const total = days.reduce((sum, { score }) => sum + Math.exp(score), 1);
  const candidates = days
    .map(({ one, score }) => ({ one, chance: Math.exp(score) / total }))
    .filter(({ chance }) => chance >= rules.listAt);
  const [best] = candidates;
  const [first, ...rest] = candidates.map(({ one, chance }) => toIssue(one.date, chance));
  // Two days that share the chances leave it open which one it is, not whether there is one.
  const none = 1 / total;
  if (best === undefined || first === undefined || best.chance / (best.chance + none) < rules.takeAt)
    return { issueDate: null, issueCandidates: first === undefined ? [] : [first, ...rest] };
  return { issueDate: first, issueCandidates: rest };
}

/** Log-odds against "none". */
function scoreSigns(signs: Signs, { base, weights }: IssueDateRules): number {
  return Object.entries(weights).reduce((sum, [sign, weight]) => sum + weight * strengthOf(signs, sign), base);
}

function strengthOf(signs: Readonly<Partial<Record<string, number>>>, sign: string): number {
  return signs[sign] ?? 0;
}

function toIssue(date: PrintedDate, chance: number): IssueDate {
  return {
    iso: date.reading.iso,
    text: date.text,
    page: date.line.page.page,
    box: roundedBox(date.box),
    confidence: rounded(readingConfidence(date) * chance),
  };
}

/** The reading alone: how clear the format is, and how sure the recogniser was of the letters. */
export function readingConfidence(date: PrintedDate): number {
  // A doubtful word is right more often than its confidence says: the format has proved most of it.
  return date.reading.confidence * (0.6 + 0.4 * Math.min(1, date.wordConfidence));
}

/** Three decimals: stable output. */
export function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
