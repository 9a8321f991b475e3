import type { CalendarId } from '#domain/findings.ts';
import type { DateContext } from './date-reading.ts';

/** The solar hijri year that began in this Gregorian one. */
const PERSIAN_OFFSET = 621;
/** How much surer a year is that needed no mending. */
export const CENTURY_TRUST = 0.7;

/**
 * The year, or the one a century later where that is the only sensible reading: recognisers take ۴ for ۳, and a paper of ۱۳۰۵ (1926)
 * would be older than its reader while ۱۴۰۵ is this year.
 */
export function mendedCentury(printed: number, calendar: CalendarId, context: DateContext): number {
  if (!context.isRecognised || calendar !== 'persian') return printed;
  const isOld = printed >= 1300 && printed + 100 <= context.year - PERSIAN_OFFSET + 1;
  return isOld ? printed + 100 : printed;
}
