import { lastDay } from '../calendar-days.ts';
import type { DateReading } from './date-reading.ts';
import { UNTIL } from './until-words.ts';

/** Words that join two days of a list as well as the ends of a period. */
const LISTING = /^(?:and|et|und|y|e|la|do)$/;
/** Words before the first of two days that make an "and" between them a period's. */
const BETWEEN = /(?:zwischen|between|entre|tra|fra|między|между|між|mellan|tussen|između|помеѓу|mezi|între)\P{N}*$/iu;
/** What belongs to the date before or after, not to what joins them. */
const BESIDE =
  /^(?:le|el|il|den|the|inclus|from|du|року|року,|рік|года|году|г\.?|р\.?|roku|r\.?|წ\.?|თ\.?|թ\.?|[.,;:()]|\p{L}{2,3}\.,?)$/u;
const CLOCK = /(?:(?:^|\s)(?:a|at|um|o|в|о|alle|kl)\.?)?\s*(?<!\d)\d{1,2}\s?(?:[:h]|heures?)\s?(?:\d{2})?/g;
/** Words that may stand between the ends of a period. */
const FEW = 2;

/** Marks the two ends of printed periods: full dates with a joining word or dash between them, or the first and last day of a month. */
export function markRanges(readings: readonly DateReading[], text: string): DateReading[] {
  const marked = [...readings];
  for (let at = 0; at + 1 < marked.length; at += 1) {
    const [one, other] = [marked[at], marked[at + 1]];
    if (one === undefined || other === undefined || one.range !== null || one.iso >= other.iso) continue;
    const words = wordsBetween(text.slice(one.to, other.from));
    const isBetween = BETWEEN.test(text.slice(0, one.from));
    if (words.length > FEW || (!isBetween && words.some((word) => LISTING.test(word)))) continue;
    const isJoint = words.length > 0 && words.every((word) => UNTIL.has(word) || (isBetween && LISTING.test(word)));
    if (!isJoint && !isWholeMonths(one.iso, other.iso)) continue;
    marked[at] = { ...one, range: 'start' };
    marked[at + 1] = { ...other, range: 'end' };
  }
  return marked;
}

function wordsBetween(text: string): string[] {
  return text
    .trim()
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(CLOCK, ' ')
    .split(/\s+/)
    .filter((word) => word !== '' && !BESIDE.test(word));
}

/** The first day of a month and the last of the same or a later one. */
function isWholeMonths(from: string, to: string): boolean {
  return from.length === 10 && from.endsWith('-01') && to.length === 10 && to === lastDay(to.slice(0, 7));
}
