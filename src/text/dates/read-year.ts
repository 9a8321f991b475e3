import type { DateToken } from './date-token.ts';
import { findMonth } from './find-month.ts';
import { foldDateWord } from './fold-date-word.ts';
import { type Part, skipGap } from './read-parts.ts';

/** What follows an hour: "22 me, a 10 zè", "12 mars 14 h 30", "12. März 9 Uhr". */
const HOUR_WORDS = new Set(
  ': h hs hrs heure heures zè zed uhr uur ora ore hora horas godz ч час часа часов год година години годині ժամ saat sati kl klo o’clock am pm a.m'
    .split(' ')
    .map(foldDateWord),
);
const EARLIEST = 1250;
/** ۱۲۰۰ is what recognisers make of ۱۴۰۰. */
const EARLIEST_NATIVE = 1200;
const LATEST = 2699;

/** A year of four digits, or of two where the pattern allows it. */
export function readYear(tokens: readonly DateToken[], at: number, shortYears: boolean): Part | undefined {
  const token = tokens[at];
  if (token?.kind !== 'number') return undefined;
  if (isWholeYear(token)) return isTornNumeral(tokens, at) ? undefined : partOf(token, at);
  const other = turnedYear(tokens, at) ?? splitYear(tokens, at);
  if (other !== undefined || !shortYears || token.key.length !== 2) return other;
  return isOtherNumber(tokens, at) ? undefined : partOf(token, at);
}

function partOf({ value, mended, key }: DateToken, at: number): Part {
  return { value, next: at + 1, mended, digits: key.length };
}

function isWholeYear({ key, value, isNative }: DateToken): boolean {
  return key.length === 4 && value >= (isNative ? EARLIEST_NATIVE : EARLIEST) && value <= LATEST;
}

/** "12 mars 14 h 30", "12 mars 10:30": an hour, no year. "8:25 Dec. 12, 2014": the day of a date that goes on. */
function isOtherNumber(tokens: readonly DateToken[], at: number): boolean {
  const following = tokens[skipGap(tokens, at + 1)];
  if (following?.kind === 'number' && /^(?:19|20)\d\d$/.test(following.key)) return true;
  const after = tokens[at + 1];
  // "19/20": a mark.
  if (after?.key === '/' && !after.spaced && tokens[at + 2]?.kind === 'number') return true;
  if (after?.kind !== 'word') return HOUR_WORDS.has(after?.key ?? '');
  // "30 qershor, 31 dhjetor": the day of the next date.
  return HOUR_WORDS.has(after.key) || (Number(tokens[at]?.key) <= 31 && findMonth(after.key)?.likeness === 1);
}

/** "፳፻፤፪": an Ethiopic number that goes on behind a sign that is none. */
function isTornNumeral(tokens: readonly DateToken[], at: number): boolean {
  const [number, mark, more] = tokens.slice(at, at + 3);
  const isTight = mark?.kind === 'mark' && !mark.spaced && more?.kind === 'number' && !more.spaced;
  return isTight && number?.isNative === true && more.isNative && /[፡፣፤፥፦]/.test(mark.key);
}

/** "12 فروری 13-2025": right-to-left print of "2025ء – 13 شعبان", where the dash ties what follows to the year. */
function turnedYear(tokens: readonly DateToken[], at: number): Part | undefined {
  const [month, number, dash, year] = [tokens[at - 1], tokens[at], tokens[at + 1], tokens[at + 2]];
  const isArabic = month?.kind === 'word' && /[\u0600-\u06ff]/.test(month.key);
  if (!isArabic || number?.key.length !== 2 || dash?.key !== '-' || year?.kind !== 'number') return undefined;
  return /^20\d\d$/.test(year.key) ? partOf(year, at + 2) : undefined;
}

/** "12 mars 20 24", "202 4": a year torn in two. */
function splitYear(tokens: readonly DateToken[], at: number): Part | undefined {
  const [head, tail] = [tokens[at], tokens[at + 1]];
  if (head === undefined || tail === undefined || tail.kind !== 'number' || !tail.spaced) return undefined;
  const isYear = /^(?:19|20)$/.test(head.key)
    ? tail.key.length === 2
    : (/^20\d$/.test(head.key) && tail.key.length === 1) || (head.key === '2' && /^0\d\d$/.test(tail.key));
  if (!isYear) return undefined;
  return { value: Number(head.key + tail.key), next: at + 2, mended: head.mended + tail.mended + 1, digits: 4 };
}
