import type { DateContext, DatePattern, DateReading } from './date-reading.ts';
import type { DateToken } from './date-token.ts';
import { afterDay } from './named-dates.ts';
import { type Part, readDay, readMonth, skipGap } from './read-parts.ts';
import { resolveDate } from './resolve-date.ts';

/** Words and marks between the two ends of a period. */
const UNTIL = new Set(
  'au a to until till through thru bis hasta al ao ate fino tot do po la pana til deri ile - – — ‑ → по до إلى الى حتى تا لغاية έως μέχρι so den and et und y e'.split(
    ' ',
  ),
);

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

/** Marks the two ends of printed periods: full dates with a joining word or dash between them. */
export function markRanges(readings: readonly DateReading[], text: string, _context: DateContext): DateReading[] {
  const marked = [...readings];
  for (let at = 0; at + 1 < marked.length; at += 1) {
    const [one, other] = [marked[at], marked[at + 1]];
    if (one === undefined || other === undefined || one.range !== null || one.iso > other.iso) continue;
    const between = text
      .slice(one.to, other.from)
      .trim()
      .toLowerCase()
      .normalize('NFD')
      .replace(/[\u0300-\u036f]/g, '');
    const words = between
      .split(/\s+/)
      .filter(
        (word) =>
          !/^(?:le|el|il|den|the|inclus|року|року,|рік|года|году|г\.?|р\.?|roku|r\.?|წ\.?|թ\.?|[.,])$/.test(word),
      );
    const isJoint =
      words.length > 0 &&
      words.length <= 2 &&
      words.every((word) => UNTIL.has(word) && !/^(?:and|et|und|y|e|la|do)$/.test(word));
    if (!isJoint) continue;
    marked[at] = { ...one, range: 'start' };
    marked[at + 1] = { ...other, range: 'end' };
  }
  return marked;
}
