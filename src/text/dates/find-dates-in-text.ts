import { numericRange, sharedRange } from './date-ranges.ts';
import type { DateContext, DatePattern, DateReading } from './date-reading.ts';
import { type DateToken, dateTokens } from './date-token.ts';
import { findMonth } from './find-month.ts';
import { joinHanNumbers } from './han-numbers.ts';
import { markRanges } from './mark-ranges.ts';
import { mendSlashes } from './mend-slashes.ts';
import { dayMonthYear, monthDayYear, monthYear, yearFirst } from './named-dates.ts';
import { numericDate } from './numeric-dates.ts';
import { fragmentMonth, letterDay, letteredCells, monthNumberYear, unpartedDate } from './odd-dates.ts';
import { wordedDate, wordedYear } from './worded-dates.ts';
import { languagesOfNumber } from './worded-numbers.ts';

/** What may start at a number and at a word, the most telling first. */
const AT_NUMBER: readonly DatePattern[] = [
  sharedRange,
  numericRange,
  dayMonthYear,
  wordedYear,
  numericDate,
  yearFirst,
  monthNumberYear,
  fragmentMonth,
  unpartedDate,
];
const AT_WORD: readonly DatePattern[] = [wordedDate, monthDayYear, monthYear, letteredCells];

/**
 * Every date printed in a text (one line, or two that run on), in order. The text is expected in NFC; offsets are into it.
 * Nothing is invented: a number that could be something else (phone, amount, article) gives no date.
 */
export function findDatesInText(text: string, context: DateContext): DateReading[] {
  if (!MAY_HOLD_DATE.test(text)) return [];
  const tokens = joinHanNumbers(mendSlashes(dateTokens(text)));
  const found: DateReading[] = [];
  let at = 0;
  while (at < tokens.length) {
    const match = matchAt(tokens, at, context) ?? letterDay(tokens, at, context, text);
    if (match === undefined) {
      at += 1;
      continue;
    }
    found.push(...match.readings);
    at = Math.max(match.next, at + 1);
  }
  return markRanges(found, text).map((reading) => distrust(reading, text, context));
}

/** Recognisers take the digits of Persian for each other; numbers are read again from the pixels, but not all of them surely. */
function distrust(reading: DateReading, text: string, { isRecognised }: DateContext): DateReading {
  const isPersian = isRecognised && /[\u06f0-\u06f9]/.test(text.slice(reading.from, reading.to));
  return isPersian ? { ...reading, confidence: reading.confidence * PERSIAN_TRUST } : reading;
}
const PERSIAN_TRUST = 0.85;

/** A digit of any script, or a word of a worded year. */
const MAY_HOLD_DATE =
  /[\p{Nd}\u1369-\u137c〇一二三四五六七八九十]|mil|thousand|tausend|hundert|twenty|nineteen|duizend|negentien|mii|tysi|тысяч|тисяч|ألف|الف|bin|हज|هزار|ہزار|ribu|mijë/iu;

/** Words that a lost space glues to the day: "le12 mars". */
const LEAD_WORDS = new Set(['le', 'du', 'au', 'den', 'am', 'el', 'il', 'dia', 'on', 'ngay', 'tarih', 'date']);

function matchAt(tokens: readonly DateToken[], at: number, context: DateContext): ReturnType<DatePattern> {
  const token = tokens[at];
  if (token === undefined || token.kind === 'mark') return undefined;
  // Digits glued behind letters are reference numbers ("AB12/03/2024"), unless the letters are Han.
  const before = tokens[at - 1];
  if (
    token.kind === 'number' &&
    !token.spaced &&
    before?.kind === 'word' &&
    before.to === token.from &&
    /\p{sc=Latn}$/u.test(before.key) &&
    !LEAD_WORDS.has(before.key) &&
    !isQuotedDay(tokens, at)
  ) {
    return undefined;
  }
  if (token.kind === 'word' && !isNumberNear(tokens, at)) return undefined;
  for (const pattern of token.kind === 'number' ? AT_NUMBER : AT_WORD) {
    const match = pattern(tokens, at, context);
    if (match !== undefined) return match;
  }
  return undefined;
}

/** "c06ə may 2026": the quotation marks that forms put around the day were read as letters. */
function isQuotedDay(tokens: readonly DateToken[], at: number): boolean {
  const [before, day, after, month] = tokens.slice(at - 1, at + 3);
  if (before?.key.length !== 1 || day?.key.length !== 2 || after?.spaced !== false || after.key.length > 1)
    return false;
  return month?.kind === 'word' && findMonth(month.key)?.likeness === 1;
}

/** A date that begins with a word has a number, or a word for one, within the next few words: most words are not even looked up. */
function isNumberNear(tokens: readonly DateToken[], at: number): boolean {
  for (let next = at; next <= at + NEAR; next += 1) {
    const token = tokens[next];
    if (token === undefined) return false;
    if (token.kind === 'number' || (token.kind === 'word' && languagesOfNumber(token.key).length > 0)) return true;
  }
  return false;
}
const NEAR = 6;
