import type { RoledDate } from './date-company.ts';

/** Nobody is born after the day the file is judged: a two-digit year of birth that says so belongs to the century before. */
export function birthCentury(one: RoledDate, asOf: string): RoledDate {
  const { reading } = one.date;
  if (one.decision.role !== 'birth' || !reading.isShortYear || reading.iso <= asOf) return one;
  const iso = `${Number(reading.iso.slice(0, 4)) - 100}${reading.iso.slice(4)}`;
  return { ...one, date: { ...one.date, reading: { ...reading, iso } } };
}
