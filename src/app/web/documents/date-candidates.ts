import type { DocumentRecord } from '#domain/document-record.ts';
import type { DateRole, IssueDate } from '#domain/findings.ts';
import type { KeptJudgement } from '#domain/kept-judgement.ts';

/** A date on a paper that a person may say it was issued on. */
export interface DateCandidate extends IssueDate {
  readonly role: DateRole;
}

/** Roles that no paper was issued on. */
const NEVER_ISSUE: readonly DateRole[] = ['birth', 'law'];

/** The dates of a paper, the likeliest first, each day once: what Liasse takes for the issue date, its rivals, then all others in reading order. */
export function dateCandidates({ record, artifacts }: KeptJudgement): DateCandidate[] {
  const { issueDate, dates } = record;
  const likely = [...(issueDate === null ? [] : [issueDate]), ...(artifacts?.['find-dates'].issueCandidates ?? [])];
  const others = dates.filter(({ role }) => !NEVER_ISSUE.includes(role)).map((date) => ({ ...date, confidence: 0 }));
  const byDay = new Map<string, DateCandidate>();
  for (const { iso, text, page, box, confidence } of [...likely, ...others])
    if (!byDay.has(iso)) byDay.set(iso, { iso, text, page, box, confidence, role: roleOf(dates, iso) });
  return [...byDay.values()];
}

function roleOf(dates: DocumentRecord['dates'], iso: string): DateRole {
  return dates.find((date) => date.iso === iso)?.role ?? 'issue';
}
