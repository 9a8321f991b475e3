import type { Holidays } from '#definitions/casework/calendar.schema.ts';
import { addSpan, NO_SPAN } from './add-span.ts';
import { easterSunday } from './easter-sunday.ts';

/** The public holidays of a year, as ISO days, in a place given by its names (its département and the groups it is in). */
export function publicHolidays(year: number, places: ReadonlySet<string>, { holidays }: Holidays): Set<string> {
  const days = holidays
    .filter(({ since }) => since === undefined || year >= since)
    .filter((holiday) => holiday.in === undefined || holiday.in.some((place) => places.has(place)))
    .map((holiday) => {
      if ('on' in holiday) return `${String(year).padStart(4, '0')}-${holiday.on}`;
      const isBefore = holiday.easter < 0;
      return addSpan(easterSunday(year), { ...NO_SPAN, days: Math.abs(holiday.easter) }, isBefore ? -1 : 1);
    });
  return new Set(days);
}
