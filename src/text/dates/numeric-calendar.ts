import type { CalendarId } from '#domain/findings.ts';
import type { DateContext } from './date-reading.ts';
import type { DateToken } from './date-token.ts';
import { isPlausibleYear } from './resolve-date.ts';

const PERSIAN_LANGUAGES = ['fa', 'ps', 'ckb'];

/** The calendar a date of three numbers is printed in: by the era it names, else by its year and the language of the paper; undefined for no year. */
export function numericCalendar(
  year: number,
  era: CalendarId | undefined,
  isShortYear: boolean,
  { context, tokens }: { context: DateContext; tokens: readonly DateToken[] },
): CalendarId | undefined {
  if (era === 'ethiopic' && (isShortYear || isPlausibleYear(era, year))) return era;
  if (isShortYear) return 'gregory';
  if (year >= 2400) return 'buddhist';
  if (isEthiopian(year, era, context)) return 'ethiopic';
  if (year >= 1800) return isSambat(year, era, { context, tokens }) ? 'bikram-sambat' : 'gregory';
  return year < 1250 || year >= 1500 ? undefined : hijriCalendar(year, era, context);
}

/** Solar or lunar: by the era, by the language, by the year, for the lunar ones are forty ahead. */
function hijriCalendar(year: number, era: CalendarId | undefined, context: DateContext): CalendarId {
  if (era === 'persian' || era === 'islamic') return era;
  if (PERSIAN_LANGUAGES.some((language) => context.languages.includes(language))) return 'persian';
  return year < 1415 && !context.languages.includes('ar') ? 'persian' : 'islamic';
}

/**
 * Nepal dates its papers in Bikram Sambat, 57 years ahead, and often does not say so: in a Nepali paper a year that is still to come is
 * one of its years, and so is any year in Nepali digits, for Gregorian dates are given there in 0–9 or named.
 */
function isSambat(
  year: number,
  era: CalendarId | undefined,
  { context, tokens }: { context: DateContext; tokens: readonly DateToken[] },
): boolean {
  if (!isPlausibleYear('bikram-sambat', year) || era === 'gregory') return false;
  const isNepali = context.languages.includes('ne');
  const isAhead = year > context.year + 10;
  if (era === 'bikram-sambat') return isNepali || isAhead;
  const isNative = tokens.some((token) => token.isNative);
  return isNepali ? isAhead || isNative : isAhead && isNative && context.languages.includes('hi');
}

/**
 * Ethiopia dates its papers in its own calendar, seven or eight years behind, and does not always say so: in an Amharic paper a year that is
 * long past in the Gregorian calendar is one of its years. Eritrea and its Tigrinya keep the Gregorian one.
 */
function isEthiopian(year: number, era: CalendarId | undefined, context: DateContext): boolean {
  return era === undefined && context.languages[0] === 'am' && year >= 1850 && year <= context.year - ETHIOPIC_LAG;
}
const ETHIOPIC_LAG = 7;
