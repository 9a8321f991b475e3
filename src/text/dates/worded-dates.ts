import type { DateContext, DatePattern } from './date-reading.ts';
import type { DateToken } from './date-token.ts';
import { isMonthWord } from './find-month.ts';
import { mendedCentury } from './persian-century.ts';
import { readMonth, skipGap } from './read-parts.ts';
import { readNumber } from './read-worded-number.ts';
import { readYear } from './read-year.ts';
import { type CalendarDate, isPlausibleYear, resolveDate } from './resolve-date.ts';
import { languagesOfNumber, misreadNumber } from './worded-numbers.ts';

/** "le premier mars deux mille vingt-quatre", "the twelfth of March two thousand and twenty-four", "premier mars 2024"; "deux mille vingt-six, le quatorze mars". */
export const wordedDate: DatePattern = (tokens, at, context) => {
  for (const language of languagesAt(tokens, at, context)) {
    const match = readIn({ language, context }, tokens, at) ?? readYearFirst(language, tokens, at);
    if (match !== undefined) return match;
  }
  return readMonthFirst(tokens, at);
};

/** The languages in which a number in words may begin here; a misread one only right before a month ("guatorze mars"). */
function languagesAt(tokens: readonly DateToken[], at: number, context: DateContext): readonly string[] {
  const word = tokens[at]?.key ?? '';
  const languages = languagesOfNumber(word);
  const month = tokens[at + 1];
  if (languages.length > 0 || !context.isRecognised || month?.kind !== 'word' || !isMonthWord(month.key))
    return languages;
  return context.languages.filter((language) => misreadNumber(word, language) !== undefined);
}

/** "le 12 mars deux mille vingt-six", "(12) días del mes de marzo de dos mil veintiséis": only the year is in words. */
export const wordedYear: DatePattern = (tokens, at) => {
  const day = readDigits(tokens, at);
  const month = day === undefined ? undefined : readMonth(tokens, skipGap(tokens, day.next));
  const meaning = month?.match.meanings.find((one) => one.calendar === 'gregory');
  if (day === undefined || month === undefined || meaning === undefined || day.value > 31) return undefined;
  const yearAt = skipGap(tokens, month.next);
  for (const language of languagesOfNumber(tokens[yearAt]?.key ?? '')) {
    const year = readNumber(language, tokens, yearAt);
    if (year === undefined || year.value < YEARS.first || year.value > YEARS.last) continue;
    const date = { calendar: 'gregory', year: year.value, month: meaning.month, day: day.value } as const;
    return wordedMatch({ ...date, likeness: month.match.likeness }, tokens, { at, next: year.next });
  }
  return undefined;
};

/** "September the twenty-first nineteen seventy-eight", "January first, 2000". */
function readMonthFirst(tokens: readonly DateToken[], at: number): ReturnType<DatePattern> {
  const month = readMonth(tokens, at);
  const meaning = month?.match.meanings.find((one) => one.calendar === 'gregory');
  if (month === undefined || meaning === undefined || month.match.likeness < 1) return undefined;
  const dayAt = skipGap(tokens, month.next);
  for (const language of languagesOfNumber(tokens[dayAt]?.key ?? '')) {
    const day = readNumber(language, tokens, dayAt);
    const year = day === undefined ? undefined : readYearIn(language, tokens, skipGap(tokens, day.next));
    if (day === undefined || year === undefined || day.value < 1 || day.value > 31) continue;
    const date = { year: year.value, month: meaning.month, day: day.value, likeness: 0.95 };
    return wordedMatch({ ...date, calendar: 'gregory' }, tokens, { at, next: year.next });
  }
  return undefined;
}

function readYearIn(
  language: string,
  tokens: readonly DateToken[],
  at: number,
): { value: number; next: number } | undefined {
  const year = readNumber(language, tokens, at) ?? readYear(tokens, at, false);
  return year !== undefined && isYear(year.value) ? year : undefined;
}

function isYear(value: number): boolean {
  return (value >= YEARS.first && value <= YEARS.last) || (value >= HIJRI_YEARS.first && value <= HIJRI_YEARS.last);
}

function readIn(
  { language, context }: { readonly language: string; readonly context: DateContext },
  tokens: readonly DateToken[],
  at: number,
): ReturnType<DatePattern> {
  const day = readNumber(language, tokens, at);
  if (day === undefined || day.value < 1 || day.value > 31) return undefined;
  const month = readMonth(tokens, skipGap(tokens, day.next));
  if (month === undefined) return undefined;
  // The Haitian two is a small word of its neighbours: "douz mas de mil vennkat".
  const year = readYearIn(language, tokens, month.next) ?? readYearIn(language, tokens, skipGap(tokens, month.next));
  const meaning = month.match.meanings.find((one) => year !== undefined && isPlausibleYear(one.calendar, year.value));
  if (year === undefined || meaning === undefined) return undefined;
  const { calendar } = meaning;
  const date = {
    calendar,
    year: mendedCentury(year.value, calendar, context),
    month: meaning.month,
    day: day.value,
    likeness: month.match.likeness,
  };
  return wordedMatch(date, tokens, { at, next: year.next });
}

/** Years that papers of living people are dated by. */
const YEARS = { first: 1900, last: 2100 } as const;
const HIJRI_YEARS = { first: 1300, last: 1500 } as const;
/** Words that may stand between the parts: "le", "addì", "del mese di". */
const FILLERS = 8;

/** The form of minutes and registers: the year in words, then the day, then the month. */
function readYearFirst(language: string, tokens: readonly DateToken[], at: number): ReturnType<DatePattern> {
  const year = readNumber(language, tokens, at);
  if (year === undefined || year.value < YEARS.first || year.value > YEARS.last) return undefined;
  for (let dayAt = year.next; dayAt <= year.next + FILLERS; dayAt += 1) {
    const day = readNumber(language, tokens, dayAt) ?? readDigits(tokens, dayAt);
    if (day === undefined || day.value < 1 || day.value > 31) continue;
    const month = monthAfter(tokens, day.next);
    if (month === undefined) continue;
    const date = { calendar: 'gregory', year: year.value, month: month.month, day: day.value } as const;
    return wordedMatch({ ...date, likeness: month.likeness }, tokens, { at, next: month.next });
  }
  return undefined;
}

/** The month a day goes on with. "12 صفر 1446 موافق 17 غشت": it belongs to the number right before it. */
function monthAfter(
  tokens: readonly DateToken[],
  at: number,
): { readonly month: number; readonly likeness: number; readonly next: number } | undefined {
  for (let monthAt = at; monthAt <= at + FILLERS && readDigits(tokens, monthAt) === undefined; monthAt += 1) {
    const month = readMonth(tokens, monthAt);
    const meaning = month?.match.meanings.find((one) => one.calendar === 'gregory');
    if (month !== undefined && meaning !== undefined)
      return { month: meaning.month, likeness: month.match.likeness, next: month.next };
  }
  return undefined;
}

function readDigits(tokens: readonly DateToken[], at: number): { value: number; next: number } | undefined {
  const token = tokens[at];
  return token !== undefined && /^\d{1,2}$/.test(token.key) ? { value: Number(token.key), next: at + 1 } : undefined;
}

function wordedMatch(
  date: CalendarDate & { readonly likeness: number },
  tokens: readonly DateToken[],
  span: { readonly at: number; readonly next: number },
): ReturnType<DatePattern> {
  const [first, last] = [tokens[span.at], tokens[span.next - 1]];
  const iso = resolveDate(date);
  if (iso === undefined || first === undefined || last === undefined) return undefined;
  const reading = {
    from: first.from,
    to: last.to,
    iso,
    precision: 'day',
    calendar: date.calendar,
    confidence: 0.95 * date.likeness,
  } as const;
  return {
    readings: [{ ...reading, order: 'none', otherIso: null, isShortYear: false, range: null }],
    next: span.next,
  };
}
