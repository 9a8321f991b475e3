import type { MonthSource, PresenceClaim, PresenceRules } from '#definitions/casework/presence.schema.ts';
import type { CasePaper } from '#domain/case-paper.ts';
import type { DateRole } from '#domain/findings.ts';
import { monthsBetween } from './months.ts';

/** A month that a paper speaks of. */
export interface ClaimedMonth {
  /** `2026-03`. */
  readonly month: string;
  readonly state: 'proven' | 'thin';
}

/** The months of a claim, each with what it is worth; months after the issue for less or for nothing. */
export function claimedMonths(paper: CasePaper, claim: PresenceClaim, rules: PresenceRules): ClaimedMonth[] {
  const issued = issueMonth(paper);
  for (const source of claim.months) {
    const months = monthsOf(paper, source, rules);
    if (months.length === 0) continue;
    return months.flatMap((month) => {
      // Of a paper that lasts, and does not say since when, no month is proven.
      const isBeyond = issued === undefined ? claim.beyondIssue !== undefined : month > issued;
      const state = isBeyond ? claim.beyondIssue : claim.strength;
      return state === undefined ? [] : [{ month, state: isSure(paper, source, rules) ? state : ('thin' as const) }];
    });
  }
  return [];
}

function monthsOf(paper: CasePaper, source: MonthSource, rules: PresenceRules): string[] {
  const { record } = paper;
  const issued = issueMonth(paper);
  switch (source.from) {
    case 'issue':
      return issued === undefined ? [] : [issued];
    case 'field':
      return monthsOfField(record.fields[source.field], source.as, rules);
    case 'period': {
      const from = dateOf(paper, 'period-start', 0);
      const to = dateOf(paper, 'period-end', -1) ?? issued ?? from;
      return from === undefined || to === undefined ? [] : monthsBetween(from, to);
    }
    case 'validity': {
      const from = dateOf(paper, 'period-start', 0) ?? issued;
      const to = record.fields[source.field];
      return from === undefined || !isMonth(to) ? [] : monthsBetween(from, to);
    }
  }
}

function monthsOfField(value: unknown, as: 'month' | 'year' | 'school-year', { schoolYear }: PresenceRules): string[] {
  const text = typeof value === 'number' ? String(value) : value;
  if (typeof text !== 'string') return [];
  if (as === 'month') return isMonth(text) ? [text.slice(0, 7)] : [];
  const [first, second] = [...text.matchAll(/\d{4}|\d{2}/g)].map(([digits]) => Number(digits));
  if (first === undefined || first < 1900) return [];
  if (as === 'year') return monthsBetween(`${first}-01`, `${first}-12`);
  if (second === undefined || second % 100 !== (first + 1) % 100) return [];
  return monthsBetween(`${first}-${twoDigits(schoolYear.from)}`, `${first + 1}-${twoDigits(schoolYear.to)}`);
}

/** Whether the date that a source rests on was read surely enough. */
function isSure({ record }: CasePaper, source: MonthSource, { certainFrom }: PresenceRules): boolean {
  if (source.from === 'field') return (record.fieldPlaces[source.field]?.confidence ?? 1) >= certainFrom;
  if (source.from === 'issue') return (record.issueDate?.confidence ?? 1) >= certainFrom;
  return record.dates
    .filter(({ role }) => role === 'period-start' || role === 'period-end')
    .every(({ confidence }) => confidence >= certainFrom);
}

/** The month of issue; undefined when no month is known. */
function issueMonth({ record }: CasePaper): string | undefined {
  const iso = record.issueDate?.iso;
  return isMonth(iso) ? iso.slice(0, 7) : undefined;
}

function dateOf({ record }: CasePaper, role: DateRole, at: 0 | -1): string | undefined {
  return record.dates.filter((date) => date.role === role && isMonth(date.iso)).at(at)?.iso;
}

/** An ISO date that says its month. */
function isMonth(value: unknown): value is string {
  return typeof value === 'string' && /^\d{4}-(0[1-9]|1[0-2])(-\d{2})?$/.test(value);
}

function twoDigits(month: number): string {
  return String(month).padStart(2, '0');
}
