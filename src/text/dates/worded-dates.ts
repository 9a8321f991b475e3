import type { DatePattern } from './date-reading.ts';
import type { DateToken } from './date-token.ts';
import { readMonth, readYear, skipGap } from './read-parts.ts';
import { resolveDate } from './resolve-date.ts';
import { numbersOfWord, valueOfNumbers, WORDED_LANGUAGES } from './worded-numbers.ts';

/** "le premier mars deux mille vingt-quatre", "the twelfth of March two thousand and twenty-four", "premier mars 2024". */
export const wordedDate: DatePattern = (tokens, at) => {
  for (const language of WORDED_LANGUAGES) {
    const match = readIn(language, tokens, at);
    if (match !== undefined) return match;
  }
  return undefined;
};

function readIn(language: string, tokens: readonly DateToken[], at: number): ReturnType<DatePattern> {
  const day = readNumber(language, tokens, at);
  if (day === undefined || day.value < 1 || day.value > 31) return undefined;
  const month = readMonth(tokens, skipGap(tokens, day.next));
  const meaning = month?.match.meanings.find((one) => one.calendar === 'gregory');
  if (month === undefined || meaning === undefined) return undefined;
  const yearAt = skipGap(tokens, month.next);
  const year = readNumber(language, tokens, yearAt) ?? readYear(tokens, yearAt, false);
  const [first, last] = [tokens[at], tokens[(year?.next ?? 0) - 1]];
  if (year === undefined || first === undefined || last === undefined) return undefined;
  const iso = resolveDate({ calendar: 'gregory', year: year.value, month: meaning.month, day: day.value });
  if (iso === undefined) return undefined;
  const confidence = 0.95 * month.match.likeness;
  return {
    readings: [
      {
        from: first.from,
        to: last.to,
        iso,
        precision: 'day',
        calendar: 'gregory',
        confidence,
        order: 'none',
        otherIso: null,
        isShortYear: false,
        range: null,
      },
    ],
    next: year.next,
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
