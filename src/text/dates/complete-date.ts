import { type DateContext, type DateReading, longYear, type PatternMatch } from './date-reading.ts';
import type { DateToken } from './date-token.ts';
import { findEra } from './find-era.ts';
import type { MonthMatch } from './find-month.ts';
import type { MonthName } from './month-name.ts';
import { CENTURY_TRUST, mendedCentury } from './persian-century.ts';
import type { Part } from './read-parts.ts';
import { isPlausibleYear, resolveDate } from './resolve-date.ts';

/** What was found of a date whose month has a name, and between which tokens. */
export interface NamedParts {
  readonly day: Part | undefined;
  readonly month: MonthMatch;
  readonly year: Part;
  readonly from: number;
  readonly next: number;
}

/** The day (or month) that the parts mean: in the calendar of the month, else in that of the era printed beside it. */
export function completeDate(
  tokens: readonly DateToken[],
  parts: NamedParts,
  context: DateContext,
): PatternMatch | undefined {
  const era = findEra(tokens, parts.from, parts.next);
  const isShortYear = parts.year.digits === 2;
  const candidates = parts.month.meanings.flatMap((meaning) => {
    const printed = parts.year.value;
    const likely = isShortYear ? printed : mendedCentury(printed, meaning.calendar, context);
    const calendar = calendarOf(meaning, likely, era?.calendar, isShortYear);
    if (calendar === undefined) return [];
    const year = isShortYear ? longYear(printed, calendar, context.year) : likely;
    const trust = isShortYear || year === printed ? 1 : CENTURY_TRUST;
    const iso = resolveDate({ calendar, year, month: meaning.month, day: parts.day?.value ?? 0 });
    return iso === undefined ? [] : [{ iso, calendar, trust, rank: rankOf(meaning, context) }];
  });
  candidates.sort((one, other) => other.rank - one.rank);
  const [best] = candidates;
  const first = tokens[parts.from];
  const last = tokens[parts.next - 1];
  if (best === undefined || first === undefined || last === undefined) return undefined;
  const rival = candidates.find((one) => one.iso !== best.iso && one.rank >= best.rank);
  const mended = (parts.day?.mended ?? 0) + parts.year.mended;
  const reading: DateReading = {
    from: first.from,
    to: last.to,
    iso: best.iso,
    precision: parts.day === undefined ? 'month' : 'day',
    calendar: best.calendar,
    confidence:
      0.98 *
      parts.month.likeness *
      0.9 ** mended *
      (isShortYear ? 0.85 : 1) *
      (rival === undefined ? 1 : 0.6) *
      best.trust,
    order: 'none',
    otherIso: rival?.iso ?? null,
    isShortYear,
    range: null,
  };
  return { readings: [reading], next: parts.next };
}

function rankOf(meaning: MonthName, context: DateContext): number {
  const at = context.languages.findIndex((language) => meaning.languages.includes(language));
  // Tigrinya gives Gregorian months the names of Ethiopian ones; a paper that names no calendar means the Gregorian there.
  return (at < 0 ? 0 : 10 - at) + (meaning.calendar === 'gregory' ? 0.5 : 0);
}

function calendarOf(
  meaning: MonthName,
  year: number,
  era: DateReading['calendar'] | undefined,
  isShortYear: boolean,
): DateReading['calendar'] | undefined {
  // Thais shorten the Buddhist year: "12 มี.ค. 67".
  if (isShortYear && meaning.languages.includes('th')) return 'buddhist';
  const short = era === 'ethiopic' ? era : 'gregory';
  // "۱۷ اسد ۹۹": the months of the solar Hijri year are its own.
  if (isShortYear && meaning.calendar === 'persian') return meaning.calendar;
  if (isShortYear) return meaning.calendar === short ? short : undefined;
  if (meaning.calendar === 'gregory' && year >= 2400) return 'buddhist';
  if (!isPlausibleYear(meaning.calendar, year)) return undefined;
  const isEthiopicClash = era === 'ethiopic' || (era === 'gregory' && meaning.calendar === 'ethiopic');
  return isEthiopicClash && era !== meaning.calendar ? undefined : meaning.calendar;
}
