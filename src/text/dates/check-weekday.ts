import { shiftDay } from '../calendar-days.ts';
import type { DateReading } from './date-reading.ts';
import { weekdayKey, weekdayNames } from './weekday-names.ts';

/** Words before a date among which its day of the week stands: "mercredi", "Wednesday, the", "يوم الأربعاء الموافق". */
const REACH = 3;
/** Digits that recognisers take for each other. */
const ALIKE: readonly string[] = [
  '06',
  '08',
  '09',
  '17',
  '14',
  '27',
  '35',
  '38',
  '39',
  '49',
  '56',
  '58',
  '68',
  '79',
  '89',
];
const MENDED = 0.75;
const DOUBTED = 0.6;

/**
 * "samedi 3 septembre 2026" is no Saturday: the date is doubted. Where the recogniser was unsure of it, and one digit of the day, read as
 * one that looks like it, makes it the day of the week that is printed before it, and only one does, that day was printed.
 */
export function checkWeekday(reading: DateReading, text: string, isUnsure: boolean): DateReading {
  if (reading.precision !== 'day') return reading;
  const weekday = weekdayBefore(text.slice(0, reading.from));
  if (weekday === undefined || weekdayOf(reading.iso) === weekday) return reading;
  const day = dayPrinted(text.slice(reading.from, reading.to), reading);
  const days =
    day === undefined || !isUnsure ? [] : daysAlike(day).map((other) => shiftedBy(reading.iso, other - Number(day)));
  const month = reading.iso.slice(0, 7);
  const [only, another] = days.filter((iso) => iso.slice(0, 7) === month && weekdayOf(iso) === weekday);
  if (only === undefined || another !== undefined) return { ...reading, confidence: reading.confidence * DOUBTED };
  return { ...reading, iso: only, confidence: reading.confidence * MENDED };
}

/** The day of the week named last before the date, with no number between. */
function weekdayBefore(lead: string): number | undefined {
  const names = weekdayNames();
  const words = (lead.split(/\p{N}/u).at(-1) ?? '').split(/[^\p{L}\p{M}\u200c'’-]+/u).filter((word) => word !== '');
  for (let at = words.length - 1; at >= Math.max(0, words.length - REACH); at -= 1) {
    const pair = at === 0 ? undefined : names.get(weekdayKey(`${words[at - 1]} ${words[at]}`));
    const found = pair ?? names.get(weekdayKey(words[at] ?? ''));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The day as printed in 0–9, with its zero; other digits are taken for others. */
function dayPrinted(printed: string, { iso, calendar }: DateReading): string | undefined {
  if (calendar !== 'gregory') return undefined;
  const day = Number(iso.slice(8));
  return new RegExp(`(?<!\\d)0?${day}(?!\\d)`).exec(printed)?.[0];
}

function daysAlike(day: string): number[] {
  return [...day].flatMap((digit, at) =>
    ALIKE.filter((pair) => pair.includes(digit)).map((pair) =>
      Number(day.slice(0, at) + pair.replace(digit, '') + day.slice(at + 1)),
    ),
  );
}

function shiftedBy(iso: string, days: number): string {
  return shiftDay(iso, { months: 0, days });
}

/** Sunday 0 … Saturday 6 (Zeller's congruence). */
function weekdayOf(iso: string): number {
  const [year = 0, month = 1, day = 1] = iso.split('-').map(Number);
  const [y, m] = month < 3 ? [year - 1, month + 12] : [year, month];
  const h = day + Math.floor((13 * (m + 1)) / 5) + y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400);
  return (h + 6) % 7;
}
