/** Days in a month of the Gregorian calendar; month 1..12. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function partsOf(iso: string): [number, number, number] {
  const [year = 0, month = 1, day = 1] = iso.split('-').map(Number);
  return [year, month, day];
}

function isoOf(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** First day of an ISO date that may be shortened to a month or year. */
export function firstDay(iso: string): string {
  return isoOf(...partsOf(iso));
}

/** Last day of an ISO date that may be shortened to a month or year. */
export function lastDay(iso: string): string {
  const [year, month, day] = partsOf(iso);
  if (iso.length >= 10) return isoOf(year, month, day);
  return iso.length >= 7 ? isoOf(year, month, daysInMonth(year, month)) : isoOf(year, 12, 31);
}

/** The day moved by months (clamped to the month's end, as French time limits are counted) and then days. */
export function shiftDay(iso: string, span: { readonly months: number; readonly days: number }): string {
  const [year, month, day] = partsOf(iso);
  const months = year * 12 + month - 1 + span.months;
  const movedYear = Math.floor(months / 12);
  const movedMonth = (months % 12) + 1;
  const start = dayNumber(isoOf(movedYear, movedMonth, Math.min(day, daysInMonth(movedYear, movedMonth))));
  return isoOfDayNumber(start + span.days);
}

/** Days from one ISO day to a later one (negative when it is earlier). */
export function daysBetween(from: string, to: string): number {
  return dayNumber(firstDay(to)) - dayNumber(firstDay(from));
}

/** Days since 1970-01-01 (civil calendar; algorithm of H. Hinnant, "chrono-compatible low-level date algorithms"). */
function dayNumber(iso: string): number {
  const [year, month, day] = partsOf(iso);
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * 146097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719468;
}

function isoOfDayNumber(days: number): string {
  const shifted = days + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthIndex = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthIndex + 2) / 5) + 1;
  const month = monthIndex < 10 ? monthIndex + 3 : monthIndex - 9;
  return isoOf(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day);
}
