import type { IssueSign } from '#definitions/issue-date.schema.ts';
import type { DateRole } from '#domain/findings.ts';
import { type DateCompany, isMachineLine, isPast, type RoledDate, type Signs } from './date-company.ts';
import { standingSigns } from './standing-signs.ts';

/** A label of this score is as clear as labels get. */
const CLEAR = 8;
const LABELS: Readonly<Partial<Record<DateRole, IssueSign>>> = {
  issue: 'issue-label',
  birth: 'birth-label',
  law: 'law-label',
  event: 'event-label',
  'period-start': 'period-label',
  'period-end': 'period-label',
  expiry: 'expiry-label',
  entry: 'entry-label',
  appointment: 'appointment-label',
};

/** Everything that speaks for or against this date being the day the paper was issued. */
export function issueSigns(one: RoledDate, company: DateCompany): Signs {
  const labels = labelSigns(one);
  const standing = standingSigns(one.date, company);
  // "Date" in a form is its date; in the middle of a sentence it is the date of what the sentence is about.
  const inText = Math.min(1, labels['issue-label'] ?? 0) * Math.min(1, standing.running ?? 0);
  return { ...labels, 'issue-in-text': inText, ...standing, ...comparedSigns(one, company) };
}

function labelSigns({ date, decision }: RoledDate): Signs {
  const signs: Signs = {};
  for (const [role, sign] of Object.entries(LABELS)) {
    const strength = strengthOf(decision.strengths, role);
    if (strength > 0) signs[sign] = Math.max(signs[sign] ?? 0, Math.min(1.3, strength / CLEAR));
  }
  if (decision.signing > 0) signs['signing-label'] = Math.min(1.3, decision.signing / CLEAR);
  if (decision.discharge > 0) signs['discharge-label'] = Math.min(1.3, decision.discharge / CLEAR);
  if (decision.isTrace) signs.trace = 1;
  if (isMachineLine({ date, decision })) signs['machine-line'] = 1;
  const { precision, isShortYear, range } = date.reading;
  if (range !== null) signs.range = 1;
  if (precision !== 'day') signs[precision] = 1;
  if (isShortYear) signs['short-year'] = 1;
  return signs;
}

function strengthOf(strengths: Readonly<Partial<Record<string, number>>>, role: string): number {
  return strengths[role] ?? 0;
}

function comparedSigns(one: RoledDate, { lasting, latest, asOf }: DateCompany): Signs {
  const { iso, precision } = one.date.reading;
  // A date of a machine is compared with those that are none, and with itself.
  const own = isMachineLine(one) ? 1 : 0;
  const ownDay = precision === 'day' ? own : 0;
  const { days, daysByIso } = lasting;
  const sameDays = (daysByIso.get(iso) ?? 0) + ownDay;
  const [first, last] = [days[0], days.at(-1)];
  const isBefore = (other: RoledDate | undefined): boolean =>
    other === undefined || one.date.fromItem < other.date.fromItem;
  const isAfter = (other: RoledDate | undefined): boolean =>
    other === undefined || one.date.fromItem > other.date.fromItem;
  return {
    first: flag(first === one || (ownDay === 1 && isBefore(first))),
    last: flag(last === one || (ownDay === 1 && isAfter(last))),
    only: flag(days.length + ownDay === sameDays),
    latest: flag(iso === latest),
    older: yearsBetween(iso, latest),
    old: Math.max(0, yearsBetween(iso, asOf) - 0.7),
    future: flag(!isPast(iso, asOf)),
    repeated: flag((lasting.byIso.get(iso) ?? 0) + own > 1),
  };
}

function flag(isSo: boolean): number {
  return isSo ? 1 : 0;
}

/** Logarithm of the years between, from 0: a year more matters less the older a paper is. */
function yearsBetween(from: string, to: string): number {
  const years = yearOf(to) - yearOf(from);
  return years > 0 ? Math.log1p(years) : 0;
}

function yearOf(iso: string): number {
  const [year = 0, month = 1, day = 1] = iso.split('-').map(Number);
  return year + (month - 1) / 12 + day / 365;
}
