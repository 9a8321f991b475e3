import { shiftDay } from '../calendar-days.ts';
import { SAMBAT_MONTHS, SAMBAT_YEARS } from './sambat-months.ts';

const FIRST_DAY = '1913-04-13';

/** ISO form of a Bikram Sambat date; day 0 for a month alone, named after the month its middle falls in; undefined for a day that never was. */
export function sambatIso(year: number, month: number, day: number): string | undefined {
  const row = SAMBAT_MONTHS[year - SAMBAT_YEARS.first];
  const length = row?.[month - 1];
  if (row === undefined || length === undefined || day > length) return undefined;
  const years = SAMBAT_MONTHS.slice(0, year - SAMBAT_YEARS.first).reduce((sum, months) => sum + total(months), 0);
  const days = years + total(row.slice(0, month - 1)) + (day === 0 ? 15 : day) - 1;
  return shiftDay(FIRST_DAY, { months: 0, days }).slice(0, day === 0 ? 7 : 10);
}

function total(months: readonly number[]): number {
  return months.reduce((sum, days) => sum + days, 0);
}
