import { type DateContext, type DatePattern, type DateReading, longYear } from './date-reading.ts';
import type { DateToken } from './date-token.ts';
import { findEra } from './find-era.ts';
import { isChain } from './number-chain.ts';
import { numericCalendar } from './numeric-calendar.ts';
import { CENTURY_TRUST, mendedCentury } from './persian-century.ts';
import { resolveDate } from './resolve-date.ts';
import { readBoxes, type Triple, tornYear } from './torn-numbers.ts';

const SEPARATORS = new Set([
  '.',
  '/',
  '-',
  '–',
  '‑',
  '‐',
  '−',
  '—',
  '،',
  '\\',
  '|',
  '⁄',
  '٫',
  '።',
  '·',
  '፡',
  ',',
  "'",
  '।',
  '»',
  '”',
  '"',
]);

/** "12/03/2024", "2024-03-12", "3. 02. 25", "12 03 2024". */
export const numericDate: DatePattern = (tokens, at, context) => {
  const triple = readTriple(tokens, at);
  if (triple === undefined || isChain(tokens, at, triple)) return undefined;
  const orders = ordersOf(triple);
  const era = findEra(tokens, at, triple.next);
  const readings = orders.flatMap(({ order, year, month, day, isShortYear }) => {
    const calendar = numericCalendar(year, era?.calendar, isShortYear, { context, tokens: triple.numbers });
    if (calendar === undefined) return [];
    const whole = isShortYear ? longYear(year, calendar, context.year) : mendedCentury(year, calendar, context);
    const iso = day === 0 ? undefined : resolveDate({ calendar, year: whole, month, day });
    const isMended = !isShortYear && whole !== year;
    return iso === undefined ? [] : [{ order, iso, calendar, isShortYear, isMended }];
  });
  const preferred = readings.find((one) => one.order === context.order) ?? readings[0];
  if (preferred === undefined) return undefined;
  const rival = readings.find((one) => one.iso !== preferred.iso);
  const [first, , last] = triple.numbers;
  const mended = triple.numbers.reduce((sum, token) => sum + token.mended, 0);
  const reading: DateReading = {
    from: first.from,
    to: last.to,
    iso: preferred.iso,
    precision: 'day',
    calendar: preferred.calendar,
    confidence:
      0.97 *
      0.9 ** mended *
      (preferred.isShortYear ? 0.85 : 1) *
      (preferred.isMended ? CENTURY_TRUST : 1) *
      (1 - triple.untidiness) *
      orderTrust(rival !== undefined, preferred.order, context),
    order: rival === undefined ? preferred.order : null,
    otherIso: rival?.iso ?? null,
    isShortYear: preferred.isShortYear,
    range: null,
  };
  return { readings: [reading], next: triple.next };
};

/** Day first is the world's habit; in English it is a guess until another date of the paper settles it. */
function orderTrust(isAmbiguous: boolean, order: DateReading['order'], context: DateContext): number {
  if (!isAmbiguous || order === 'none' || context.isOrderSure) return 1;
  if (order === 'mdy') return 0.75;
  return context.languages[0] === 'en' ? 0.75 : 0.96;
}

function readTriple(tokens: readonly DateToken[], at: number): Triple | undefined {
  const boxed = readBoxes(tokens, at);
  if (boxed !== undefined) return boxed;
  const first = tokens[at];
  const one = separated(tokens, at + 1);
  const two = one === undefined ? undefined : separated(tokens, one.at + 1);
  const second = one === undefined ? undefined : tokens[one.at];
  const third = two === undefined ? undefined : tokens[two.at];
  if (
    first?.kind !== 'number' ||
    second?.kind !== 'number' ||
    third?.kind !== 'number' ||
    one === undefined ||
    two === undefined
  )
    return undefined;
  const torn = tornYear(tokens, two?.at ?? 0);
  const numbers = [first, second, torn ?? third] as const;
  if (second.key.length > 2 || numbers.some((token) => token.key.length === 3 || token.key.length > 4))
    return undefined;
  const untidiness = isToldInPairs(tokens, at, one.mark + two.mark) ? 0.2 : untidinessOf(numbers, one.mark, two.mark);
  return untidiness === undefined ? undefined : { numbers, next: two.at + (torn === undefined ? 1 : 2), untidiness };
}

/** "festgestellt am 15 01 24": the boxes of a form, in pairs; a word before them says that they are a day. */
function isToldInPairs(tokens: readonly DateToken[], at: number, marks: string): boolean {
  const [before, after] = [tokens[at - 1], tokens[at + 3]];
  const isPairs = tokens.slice(at, at + 3).every(({ key }) => key.length === 2);
  return marks === '' && isPairs && before?.kind === 'word' && ON.has(before.key) && after?.kind !== 'number';
}
const ON = new Set('am seit vom einschliesslich einschließlich le el dia em il on op dnia data datum'.split(' '));

/** What odd separators cost; undefined where they make it no date. */
function untidinessOf(numbers: Triple['numbers'], one: string, two: string): number | undefined {
  const isBare = one === '' || two === '';
  const isComma = /[,']/.test(one + two);
  if (isOtherNumber(numbers, one, two) || isUnclear(numbers, { isBare, isComma, mark: one + two })) return undefined;
  return (isBare ? 0.2 : 0) + (one === two ? 0 : 0.04) + (isComma ? 0.2 : 0);
}

/** "2026-07/19" is the number of a letter, "10-12.30" are hours, "6-15/21" is a house; "14/06-26" only where a slash had been lost. */
function isOtherNumber([first, , third]: Triple['numbers'], one: string, two: string): boolean {
  if (one === two || !/[-–/]/.test(one + two)) return false;
  // "1 – 02/2025": a number and a month.
  if ((one === APART || two === APART) && one !== '' && two !== '') return true;
  return first.key.length === 4 || (third.key.length === 2 && (first.mended === 0 || /\./.test(one + two)));
}

/** Bare numbers are a date only in full ("12 03 2024"); commas and apostrophes are misread points, so the year must be whole too. */
function isUnclear(
  numbers: Triple['numbers'],
  { isBare, isComma, mark }: { readonly isBare: boolean; readonly isComma: boolean; readonly mark: string },
): boolean {
  const [first, , third] = numbers;
  if ((isBare || isComma) && third.key.length !== 4 && first.key.length !== 4) return true;
  // "27/5 2026": a slash was lost, or stands apart in right-to-left print.
  const isHalfBare = /^[/.]$/.test(mark);
  return isBare && numbers.filter((token) => token.key.length === 1).length > (isHalfBare ? 1 : 0);
}

/** A dash between spaces. */
const APART = ' - ';

function markOf(mark: DateToken, next: DateToken): string {
  return mark.key === '-' && mark.spaced && next.spaced ? APART : mark.key;
}

/** The index of the number after at most one separator, and the separator ('' for a space alone). */
function separated(tokens: readonly DateToken[], start: number): { at: number; mark: string } | undefined {
  const at = afterOrdinal(tokens, start);
  const token = tokens[at];
  if (token === undefined) return undefined;
  if (token.kind === 'number') return token.spaced ? { at, mark: '' } : undefined;
  const isDe = token.key === 'de' && token.spaced;
  if (!isDe && (token.kind !== 'mark' || !SEPARATORS.has(token.key))) return undefined;
  const next = tokens[at + 1];
  if (next?.kind === 'number') return { at: at + 1, mark: markOf(token, next) };
  // "12.,03.2024": one point read as two marks.
  const isDouble = /^[.,·]$/.test(token.key) && /^[.,·]$/.test(tokens[at + 1]?.key ?? '');
  return isDouble && tokens[at + 2]?.kind === 'number' ? { at: at + 2, mark: ',' } : undefined;
}

/** "1º/12/2025", "1er/12/2025": the first of a month is an ordinal. */
function afterOrdinal(tokens: readonly DateToken[], at: number): number {
  const token = tokens[at];
  const isOrdinal = token !== undefined && !token.spaced && /^(?:[º°ª]|o|a|er|re)$/.test(token.key);
  return isOrdinal && tokens[at - 1]?.key === '1' ? at + 1 : at;
}

interface Ordered {
  readonly order: 'dmy' | 'mdy' | 'none';
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly isShortYear: boolean;
}

function ordersOf(triple: Triple): Ordered[] {
  const [a, b, c] = triple.numbers;
  if (a.key.length === 4) {
    if (c.key.length > 2) return [];
    return [{ order: 'none', year: a.value, month: b.value, day: c.value, isShortYear: false }];
  }
  const isShortYear = c.key.length === 2;
  if (c.key.length === 1 || a.key.length > 2) return [];
  return [
    { order: 'dmy', year: c.value, month: b.value, day: a.value, isShortYear },
    { order: 'mdy', year: c.value, month: a.value, day: b.value, isShortYear },
  ];
}
