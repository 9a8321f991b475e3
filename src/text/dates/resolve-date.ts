import { Temporal } from 'temporal-polyfill/full';
import type { CalendarId } from '#domain/findings.ts';
import { daysInMonth } from '../calendar-days.ts';
import { sambatIso } from './sambat-date.ts';
import { SAMBAT_YEARS } from './sambat-months.ts';

/** A date in the calendar it is printed in; day 0 where only a month is printed. */
export interface CalendarDate {
  readonly calendar: CalendarId;
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Years a paper of a living person can print, by calendar. */
const YEARS: Readonly<Record<CalendarId, readonly [number, number]>> = {
  // Declarations and laws of the eighteenth century are still quoted; before 1530 the number may be a hijri year.
  gregory: [1530, 2199],
  persian: [1250, 1499],
  islamic: [1290, 1529],
  ethiopic: [1850, 2099],
  buddhist: [2400, 2699],
  'bikram-sambat': [SAMBAT_YEARS.first, SAMBAT_YEARS.last],
};
const CALENDAR_NAMES: Readonly<Record<Exclude<CalendarId, 'gregory' | 'buddhist' | 'bikram-sambat'>, string>> = {
  persian: 'persian',
  islamic: 'islamic-umalqura',
  ethiopic: 'ethiopic',
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
  if (calendar === 'bikram-sambat') return sambatIso(year, month, day);
  // Where the new moon is awaited a month may have its thirtieth day though the computed calendar gives it 29.
  const isSighted = calendar === 'islamic' && day === 30;
  try {
    const plain = Temporal.PlainDate.from(
      // A month alone is named after the month its middle falls in.
      { calendar: CALENDAR_NAMES[calendar], year, month, day: isSighted ? 29 : day || 15 },
      { overflow: 'reject' },
    )
      .add({ days: isSighted ? 1 : 0 })
      .withCalendar('iso8601');
    return plain.toString().slice(0, day === 0 ? 7 : 10);
  } catch (thrown) {
    // Temporal says "no such day" by throwing; anything else is a fault of ours.
    if (thrown instanceof RangeError) return undefined;
    throw thrown;
  }
}

function isoOf(year: number, month: number, day: number): string | undefined {
  if (month > 12 || day > daysInMonth(year, month)) return undefined;
  const text = `${year}-${String(month).padStart(2, '0')}`;
  return day === 0 ? text : `${text}-${String(day).padStart(2, '0')}`;
}
