import { Temporal } from 'temporal-polyfill/full';
import type { CalendarId } from '#domain/findings.ts';

/** A date in the calendar it is printed in; day 0 where only a month is printed. */
export interface CalendarDate {
  readonly calendar: CalendarId;
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
/** Years a paper of a living person can print, by calendar. */
const YEARS: Readonly<Record<CalendarId, readonly [number, number]>> = {
  gregory: [1800, 2199],
  persian: [1250, 1499],
  islamic: [1290, 1529],
  ethiopic: [1850, 2099],
  buddhist: [2400, 2699],
};
const CALENDAR_NAMES: Readonly<Record<CalendarId, string>> = {
  gregory: 'gregory',
  persian: 'persian',
  islamic: 'islamic-umalqura',
  ethiopic: 'ethiopic',
  buddhist: 'buddhist',
};

/** Whether a year can be printed in this calendar on a paper of today. */
export function isPlausibleYear(calendar: CalendarId, year: number): boolean {
  const [from, to] = YEARS[calendar];
  return year >= from && year <= to;
}

/** ISO form of a date as printed (`2024-03`, `2024-03-12`), converted to the Gregorian calendar; undefined for a day that never was. */
export function resolveDate(date: CalendarDate): string | undefined {
  const { calendar, year, month, day } = date;
  if (!isPlausibleYear(calendar, year) || month < 1 || day < 0) return undefined;
  if (calendar === 'gregory') return isoOf(year, month, day);
  if (calendar === 'buddhist') return isoOf(year - 543, month, day);
  try {
    const plain = Temporal.PlainDate.from(
      // A month alone is named after the month its middle falls in.
      { calendar: CALENDAR_NAMES[calendar], year, month, day: day === 0 ? 15 : day },
      { overflow: 'reject' },
    ).withCalendar('iso8601');
    return plain.toString().slice(0, day === 0 ? 7 : 10);
  } catch (thrown) {
    // Temporal says "no such day" by throwing; anything else is a fault of ours.
    if (thrown instanceof RangeError) return undefined;
    throw thrown;
  }
}

function isoOf(year: number, month: number, day: number): string | undefined {
  const days = DAYS[month - 1];
  if (days === undefined || day > days) return undefined;
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  if (month === 2 && day === 29 && !isLeap) return undefined;
  const text = `${year}-${String(month).padStart(2, '0')}`;
  return day === 0 ? text : `${text}-${String(day).padStart(2, '0')}`;
}
