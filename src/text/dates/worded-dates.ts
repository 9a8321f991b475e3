import type { DatePattern } from './date-reading.ts';
import type { DateToken } from './date-token.ts';
import { readMonth, readYear, skipGap } from './read-parts.ts';
import { resolveDate } from './resolve-date.ts';
import { languagesOfNumber, numbersOfWord, valueOfNumbers } from './worded-numbers.ts';

/** "le premier mars deux mille vingt-quatre", "the twelfth of March two thousand and twenty-four", "premier mars 2024"; "deux mille vingt-six, le quatorze mars". */
export const wordedDate: DatePattern = (tokens, at) => {
  const word = tokens[at]?.key ?? '';
  for (const language of languagesOfNumber(word)) {
    const match = readIn(language, tokens, at) ?? readYearFirst(language, tokens, at);
    if (match !== undefined) return match;
  }
  return readMonthFirst(tokens, at);
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
    return wordedMatch(date, tokens, { at, next: year.next });
  }
  return undefined;
}

function readYearIn(
  language: string,
  tokens: readonly DateToken[],
  at: number,
): { value: number; next: number } | undefined {
  const year = readNumber(language, tokens, at) ?? readYear(tokens, at, false);
  return year !== undefined && year.value >= YEARS.first && year.value <= YEARS.last ? year : undefined;
}

function readIn(language: string, tokens: readonly DateToken[], at: number): ReturnType<DatePattern> {
  const day = readNumber(language, tokens, at);
  if (day === undefined || day.value < 1 || day.value > 31) return undefined;
  const month = readMonth(tokens, skipGap(tokens, day.next));
  const meaning = month?.match.meanings.find((one) => one.calendar === 'gregory');
  if (month === undefined || meaning === undefined) return undefined;
  const yearAt = skipGap(tokens, month.next);
  const year = readYearIn(language, tokens, yearAt);
  if (year === undefined) return undefined;
  const date = { year: year.value, month: meaning.month, day: day.value, likeness: month.match.likeness };
  return wordedMatch(date, tokens, { at, next: year.next });
}

/** Years that papers of living people are dated by. */
const YEARS = { first: 1900, last: 2100 } as const;
/** Words that may stand between the parts: "le", "addì", "del mese di". */
const FILLERS = 4;

/** The form of minutes and registers: the year in words, then the day, then the month. */
function readYearFirst(language: string, tokens: readonly DateToken[], at: number): ReturnType<DatePattern> {
  const year = readNumber(language, tokens, at);
  if (year === undefined || year.value < YEARS.first || year.value > YEARS.last) return undefined;
  for (let dayAt = year.next; dayAt <= year.next + FILLERS; dayAt += 1) {
    const day = readNumber(language, tokens, dayAt) ?? readDigits(tokens, dayAt);
    if (day === undefined || day.value < 1 || day.value > 31) continue;
    for (let monthAt = day.next; monthAt <= day.next + FILLERS; monthAt += 1) {
      const month = readMonth(tokens, monthAt);
      const meaning = month?.match.meanings.find((one) => one.calendar === 'gregory');
      if (month === undefined || meaning === undefined) continue;
      const date = { year: year.value, month: meaning.month, day: day.value, likeness: month.match.likeness };
      return wordedMatch(date, tokens, { at, next: month.next });
    }
    return undefined;
  }
  return undefined;
}

function readDigits(tokens: readonly DateToken[], at: number): { value: number; next: number } | undefined {
  const token = tokens[at];
  return token !== undefined && /^\d{1,2}$/.test(token.key) ? { value: Number(token.key), next: at + 1 } : undefined;
}

function wordedMatch(
  date: { readonly year: number; readonly month: number; readonly day: number; readonly likeness: number },
  tokens: readonly DateToken[],
  span: { readonly at: number; readonly next: number },
): ReturnType<DatePattern> {
  const [first, last] = [tokens[span.at], tokens[span.next - 1]];
  const iso = resolveDate({ calendar: 'gregory', year: date.year, month: date.month, day: date.day });
  if (iso === undefined || first === undefined || last === undefined) return undefined;
  const reading = {
    from: first.from,
    to: last.to,
    iso,
    precision: 'day',
    calendar: 'gregory',
    confidence: 0.95 * date.likeness,
  } as const;
  return {
    readings: [{ ...reading, order: 'none', otherIso: null, isShortYear: false, range: null }],
    next: span.next,
  };
}

function readNumber(
  language: string,
  tokens: readonly DateToken[],
  at: number,
): { value: number; next: number } | undefined {
  const numbers: number[] = [];
  let next = at;
  let end = at;
  for (let token = tokens[next]; token !== undefined && next < at + 14; token = tokens[next]) {
    if (token.kind === 'mark' && token.key === '-' && next > at) {
      next += 1;
      continue;
    }
    const values = token.kind === 'word' ? numbersOfWord(token.key, language) : undefined;
    if (values === undefined || (values.length === 0 && numbers.length === 0)) break;
    numbers.push(...values);
    next += 1;
    if (values.length > 0) end = next;
  }
  return numbers.length === 0 ? undefined : { value: valueOfNumbers(numbers, language), next: end };
}
