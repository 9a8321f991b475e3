import { completeDate } from './complete-date.ts';
import type { DateContext, DatePattern, PatternMatch } from './date-reading.ts';
import { type DateToken, numberInLetters } from './date-token.ts';
import { eraYear } from './era-year.ts';
import { type Part, readDay, readMonth, skipGap } from './read-parts.ts';
import { readYear } from './read-year.ts';

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
  if (month === undefined || isLoneDash(tokens, day.next, month.next)) return undefined;
  const year = readYear(tokens, skipGap(tokens, month.next), true);
  if (year === undefined || (year.digits === 2 && isLetterBetween(tokens, month.next - 1))) return undefined;
  return completeDate(tokens, { day, month: month.match, year, from: at, next: year.next }, context);
}

/** "Version 3 - janvier 2024": a dash between spaces before the month, and none before the year, parts what stands around it. */
function isLoneDash(tokens: readonly DateToken[], afterDay: number, afterMonth: number): boolean {
  const [dash, month] = [tokens[afterDay], tokens[afterDay + 1]];
  const isLoose = /^[-–—]$/.test(dash?.key ?? '') && dash?.spaced === true && month?.spaced === true;
  return isLoose && tokens[afterMonth]?.key !== dash?.key;
}

/** "čl. 24 i 25", "22 x 11": a letter between spaces is a Roman month only before a whole year. */
function isLetterBetween(tokens: readonly DateToken[], at: number): boolean {
  const [before, letter, after] = tokens.slice(at - 1, at + 2);
  return letter?.key.length === 1 && before?.kind === 'number' && after?.kind === 'number';
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
  const dayAt = skipGap(tokens, month.next);
  const day = readDay(tokens, dayAt) ?? ethiopicLetterDay(tokens, dayAt);
  if (day === undefined) return undefined;
  const year = readYear(tokens, skipGap(tokens, afterTime(tokens, day.next)), false);
  if (year === undefined) return undefined;
  return completeDate(tokens, { day, month: month.match, year, from: at, next: year.next }, context);
};

/** "ሐምሌ ጊፖ ቀን 2017": Ethiopic letters were read for both digits of the day, which the word for day follows. */
function ethiopicLetterDay(tokens: readonly DateToken[], at: number): Part | undefined {
  const [token, unit] = [tokens[at], tokens[at + 1]];
  const value = token?.kind === 'word' && unit?.key === 'ቀን' ? numberInLetters(token.key) : undefined;
  return value === undefined || value < 1 || value > 31 ? undefined : { value, next: at + 1, mended: 2, digits: 2 };
}

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
  const second = skipGap(tokens, afterArticle(tokens, at, year.next));
  const month = readMonth(tokens, second);
  if (month !== undefined) {
    const day = readDay(tokens, skipGap(tokens, month.next));
    if (day === undefined) return undefined;
    const unit = tokens[day.next];
    const next = unit !== undefined && /^[日號号일d]$/.test(unit.key) ? day.next + 1 : day.next;
    return completeDate(tokens, { day, month: month.match, year, from: at, next }, context);
  }
  const day = readDay(tokens, second);
  if (day === undefined) return undefined;
  const late = wordMonth(tokens, skipGap(tokens, day.next));
  // "21/2018 — 27 Aug 2026": the day and month of a date that goes on.
  return late === undefined || readYear(tokens, skipGap(tokens, late.next), false) !== undefined
    ? undefined
    : completeDate(tokens, { day, month: late.match, year, from: at, next: late.next }, context);
};

/** "L'an 2026, le 30 mars", "L'an 2026 et le 30 du mois de mars": the day has its article. */
function afterArticle(tokens: readonly DateToken[], at: number, next: number): number {
  if (tokens[at - 1]?.key !== 'an') return next;
  const article = tokens.slice(next, next + 3).findIndex((token) => token.key === 'le');
  const isNear = tokens.slice(next, next + article).every(({ key }) => key === ',' || key === 'et');
  return article < 0 || !isNear ? next : next + article + 1;
}

/** "mars 2024": a month alone, with a year of four digits. */
export const monthYear: DatePattern = (tokens, at, context) => {
  const month = wordMonth(tokens, at);
  if (month === undefined || month.match.likeness < 0.9) return undefined;
  const yearAt = skipGap(tokens, month.next);
  const year = readYear(tokens, yearAt, false);
  if (year === undefined || yearAt - month.next > 3 || isDayBefore(tokens, at) || isReference(tokens, at, year.next))
    return undefined;
  return completeDate(tokens, { day: undefined, month: month.match, year, from: at, next: year.next }, context);
};

/** "FRRO/KOL/2021/7740". */
function isReference(tokens: readonly DateToken[], from: number, to: number): boolean {
  const [before, after] = [tokens[from - 1], tokens[to]];
  return before?.key === '/' && !before.spaced && after?.key === '/' && !after.spaced;
}

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
