import type { DatePattern, DateReading } from './date-reading.ts';
import type { DateToken } from './date-token.ts';
import { afterDay } from './named-dates.ts';
import { numericDate } from './numeric-dates.ts';
import { type Part, readDay, readMonth, skipGap } from './read-parts.ts';
import { resolveDate } from './resolve-date.ts';
import { UNTIL } from './until-words.ts';

/** "du 3 au 17 mars 2024", "28 février - 3 mars 2024": the first end borrows what only the last one prints. */
export const sharedRange: DatePattern = (tokens, at, context) => {
  const first = readDay(tokens, at);
  if (first === undefined) return undefined;
  const own = readMonth(tokens, skipDots(tokens, first.next));
  const joint = joinAt(tokens, own?.next ?? first.next);
  if (joint === undefined) return undefined;
  const day = readDay(tokens, joint);
  const rest = day === undefined ? undefined : afterDay(tokens, joint, day, context);
  const [last] = rest?.readings ?? [];
  if (rest === undefined || last === undefined || last.precision !== 'day' || last.calendar !== 'gregory')
    return undefined;
  const month = own?.match.meanings[0]?.month;
  const start = startOf(first, month, last, tokens[at]);
  if (start === undefined || start.iso > last.iso) return undefined;
  const end = tokens[(own?.next ?? first.next) - 1];
  return {
    readings: [
      { ...start, to: end?.to ?? start.to },
      { ...last, range: 'end' },
    ],
    next: rest.next,
  };
};

/** "01.05 – 31.05.2026", "1/5 au 31/5/2026": the same in numbers. */
export const numericRange: DatePattern = (tokens, at, context) => {
  const [day, mark, month] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (day?.kind !== 'number' || month?.kind !== 'number' || !/^[./]$/.test(mark?.key ?? '')) return undefined;
  if (day.key.length > 2 || month.key.length > 2 || month.spaced || month.value < 1 || month.value > 12)
    return undefined;
  const joint = joinAt(tokens, at + 3);
  const rest = joint === undefined ? undefined : numericDate(tokens, joint, context);
  const [last] = rest?.readings ?? [];
  if (rest === undefined || last === undefined || last.calendar !== 'gregory' || last.order === 'none')
    return undefined;
  const first = { value: day.value, next: at + 3, mended: 0, digits: 2 };
  const start = startOf(first, month.value, last, day);
  if (start === undefined || start.iso > last.iso) return undefined;
  return {
    readings: [
      { ...start, to: month.to },
      { ...last, range: 'end' },
    ],
    next: rest.next,
  };
};

function startOf(
  first: Part,
  month: number | undefined,
  last: DateReading,
  token: DateToken | undefined,
): DateReading | undefined {
  const [year = 0, lastMonth = 0] = last.iso.split('-').map(Number);
  if (token === undefined) return undefined;
  // "du 28 décembre au 3 janvier 2024" began the year before.
  const isYearBefore = month !== undefined && month > lastMonth;
  const iso = resolveDate({
    calendar: 'gregory',
    year: isYearBefore ? year - 1 : year,
    month: month ?? lastMonth,
    day: first.value,
  });
  if (iso === undefined) return undefined;
  return { ...last, iso, from: token.from, to: token.to, confidence: last.confidence * 0.92, range: 'start' };
}

function skipDots(tokens: readonly DateToken[], at: number): number {
  const next = skipGap(tokens, at);
  return tokens.slice(at, next).some((token) => UNTIL.has(token.key)) ? at : next;
}

function joinAt(tokens: readonly DateToken[], at: number): number | undefined {
  let next = at;
  if (tokens[next]?.key === '.') next += 1;
  let joints = 0;
  while (joints < 2 && UNTIL.has(tokens[next]?.key ?? '')) {
    next += 1;
    joints += 1;
  }
  if (joints > 0 && /^(?:le|el|il|o|den|the|w|dem|the)$/.test(tokens[next]?.key ?? '')) next += 1;
  return joints === 0 ? undefined : next;
}
