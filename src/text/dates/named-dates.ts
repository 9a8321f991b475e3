import { type DateContext, type DatePattern, type DateReading, longYear, type PatternMatch } from './date-reading.ts';
import type { DateToken } from './date-token.ts';
import { findEra } from './find-era.ts';
import type { MonthMatch } from './find-month.ts';
import type { MonthName } from './month-name.ts';
import { CENTURY_TRUST, mendedCentury } from './persian-century.ts';
import { type Part, readDay, readMonth, readYear, skipGap } from './read-parts.ts';
import { isPlausibleYear, resolveDate } from './resolve-date.ts';

interface Parts {
  readonly day: Part | undefined;
  readonly month: MonthMatch;
  readonly year: Part;
  readonly from: number;
  readonly next: number;
}

/** "12 mars 2024", "12.III.2024", "12 tháng 3 năm 2024". */
export const dayMonthYear: DatePattern = (tokens, at, context) => {
  const day = readDay(tokens, at);
  return day === undefined ? undefined : afterDay(tokens, at, day, context);
};

/** The rest of a date whose day is known: month, then year. */
export function afterDay(
  tokens: readonly DateToken[],
  at: number,
  day: Part,
  context: DateContext,
): PatternMatch | undefined {
  const month = monthAfter(tokens, day.next);
  if (month === undefined) return undefined;
  const year = readYear(tokens, skipGap(tokens, month.next), true);
  if (year === undefined) return undefined;
  return complete(tokens, { day, month: month.match, year, from: at, next: year.next }, context);
}

/** The first month within the gap: what looks like a filler may be one ("4. У 2026"). */
function monthAfter(tokens: readonly DateToken[], at: number): ReturnType<typeof readMonth> {
  for (let month = skipGap(tokens, at); month >= at; month -= 1) {
    const found = readMonth(tokens, month);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** "March 12, 2024", "መጋቢት 12 ቀን 2016". */
export const monthDayYear: DatePattern = (tokens, at, context) => {
  const month = wordMonth(tokens, at);
  if (month === undefined) return undefined;
  const day = readDay(tokens, skipGap(tokens, month.next));
  if (day === undefined) return undefined;
  const year = readYear(tokens, skipGap(tokens, afterTime(tokens, day.next)), false);
  if (year === undefined) return undefined;
  return complete(tokens, { day, month: month.match, year, from: at, next: year.next }, context);
};

/** "Aug 05 12:00:00 2015": computers print the time before the year. */
function afterTime(tokens: readonly DateToken[], at: number): number {
  let next = at;
  while (tokens[next]?.kind === 'number' && tokens[next + 1]?.key === ':' && tokens[next + 2]?.kind === 'number')
    next += 2;
  return next === at ? at : next + 1;
}

/** "2024. március 12.", "2024年3月12日", "2024-yil 12-mart". */
export const yearFirst: DatePattern = (tokens, at, context) => {
  const year = readYear(tokens, at, false) ?? eraYear(tokens, at);
  if (year === undefined) return undefined;
  const second = skipGap(tokens, year.next);
  const month = readMonth(tokens, second);
  if (month !== undefined) {
    const day = readDay(tokens, skipGap(tokens, month.next));
    if (day === undefined) return undefined;
    const unit = tokens[day.next];
    const next = unit !== undefined && /^[日號号일d]$/.test(unit.key) ? day.next + 1 : day.next;
    return complete(tokens, { day, month: month.match, year, from: at, next }, context);
  }
  const day = readDay(tokens, second);
  if (day === undefined) return undefined;
  const late = wordMonth(tokens, skipGap(tokens, day.next));
  // "21/2018 — 27 Aug 2026": the day and month of a date that goes on.
  return late === undefined || readYear(tokens, skipGap(tokens, late.next), false) !== undefined
    ? undefined
    : complete(tokens, { day, month: late.match, year, from: at, next: late.next }, context);
};

/** 民國113年, 令和6年: years of an era. */
function eraYear(tokens: readonly DateToken[], at: number): Part | undefined {
  const token = tokens[at];
  if (token === undefined || token.kind !== 'number' || token.value > 200) return undefined;
  const before = (tokens[at - 2]?.key ?? '') + (tokens[at - 1]?.key ?? '');
  // Taiwan counts from 1912, also where the era is not printed: "115年2月6日".
  const isCounted = tokens[at + 1]?.key === '年' && token.value >= 60;
  const offset =
    { 民國: 1911, 民国: 1911, 令和: 2018, 平成: 1988, 昭和: 1925 }[before] ?? (isCounted ? 1911 : undefined);
  return offset === undefined ? undefined : { value: token.value + offset, next: at + 1, mended: 0, digits: 4 };
}

/** "mars 2024": a month alone, with a year of four digits. */
export const monthYear: DatePattern = (tokens, at, context) => {
  const month = wordMonth(tokens, at);
  if (month === undefined || month.match.likeness < 0.9) return undefined;
  const yearAt = skipGap(tokens, month.next);
  const year = readYear(tokens, yearAt, false);
  if (year === undefined || yearAt - month.next > 3 || isDayBefore(tokens, at)) return undefined;
  return complete(tokens, { day: undefined, month: month.match, year, from: at, next: year.next }, context);
};

/** "30 février 2019": a day that never was does not leave a month behind. */
function isDayBefore(tokens: readonly DateToken[], at: number): boolean {
  const [before, beforeThat] = [tokens[at - 1], tokens[at - 2]];
  const day = before?.key === '.' ? beforeThat : before;
  return day?.kind === 'number' && day.key.length <= 2 && day.value >= 29 && day.value <= 31;
}

function wordMonth(tokens: readonly DateToken[], at: number): ReturnType<typeof readMonth> {
  const month = readMonth(tokens, at);
  // A Roman number alone at the start ("V 12 2024", "I. 3.") is a heading, no month.
  return month !== undefined && tokens[at]?.kind === 'word' && month.match.meanings[0]?.languages.length !== 0
    ? month
    : vietnameseMonth(month, tokens[at]);
}

function vietnameseMonth(
  month: ReturnType<typeof readMonth>,
  token: DateToken | undefined,
): ReturnType<typeof readMonth> {
  return token?.key === 'thang' ? month : undefined;
}

function complete(tokens: readonly DateToken[], parts: Parts, context: DateContext): PatternMatch | undefined {
  const era = findEra(tokens, parts.from, parts.next);
  const isShortYear = parts.year.digits === 2;
  const candidates = parts.month.meanings.flatMap((meaning) => {
    const calendar = calendarOf(meaning, parts.year.value, era?.calendar, isShortYear);
    if (calendar === undefined) return [];
    const printed = parts.year.value;
    const year = isShortYear ? longYear(printed, calendar, context.year) : mendedCentury(printed, calendar, context);
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
  if (isShortYear) return meaning.calendar === short ? short : undefined;
  if (meaning.calendar === 'gregory' && year >= 2400) return 'buddhist';
  if (!isPlausibleYear(meaning.calendar, year)) return undefined;
  const isEthiopicClash = era === 'ethiopic' || (era === 'gregory' && meaning.calendar === 'ethiopic');
  return isEthiopicClash && era !== meaning.calendar ? undefined : meaning.calendar;
}
