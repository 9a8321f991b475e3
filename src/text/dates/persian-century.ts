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
  const latest = context.year - PERSIAN_OFFSET + 1;
  // ۲ for ۴, too: nobody alive has a paper of ۱۲۰۰.
  if (printed >= 1200 && printed < 1300) return printed + 200 <= latest ? printed + 200 : printed + 100;
  return printed >= 1300 && printed + 100 <= latest ? printed + 100 : printed;
}
