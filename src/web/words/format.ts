import type { Language } from './language.ts';

const LOCALE = { fr: 'fr-FR', en: 'en-GB' } as const;

/** Numbers, days and moments as they are written in one language. */
export interface Format {
  /** `1 234,5` */
  number(value: number): string;
  /** A factor with two digits: `0,85`. */
  factor(value: number): string;
  /** A part of 1 as a percentage: 0.875 → `88 %`. */
  percent(share: number): string;
  /** An ISO day, month or year as precise as it is: `14 mars 2025`, `mars 2025`, `2025`. */
  day(iso: string): string;
  /** An ISO day, short: `14/03/2025`. Shortened dates as `day`. */
  shortDay(iso: string): string;
  /** A moment (ISO with time) with its hour. */
  moment(iso: string): string;
  /** How far a moment is from now: `il y a 3 heures`. */
  ago(iso: string, now?: Date): string;
  /** Days from today: `dans 12 jours`, `demain`. */
  inDays(days: number): string;
  /** A size in bytes: `3,4 Mo`, `3.4 MB`. */
  bytes(count: number): string;
  /** Name of a language by its code: `arabe`. */
  languageName(code: string): string;
}

/** What is written in that language. */
export function formatIn(language: Language): Format {
  const locale = LOCALE[language];
  const numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const factors = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  const percents = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const moments = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  const ago = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const names = new Intl.DisplayNames([locale], { type: 'language', fallback: 'code' });
  const day = (iso: string): string => writeDay(iso, locale, 'long');
  return {
    number: (value) => numbers.format(value),
    factor: (value) => factors.format(value),
    percent: (share) => percents.format(share),
    day,
    shortDay: (iso) => (iso.length < 10 ? day(iso) : writeDay(iso, locale, 'short')),
    moment: (iso) => moments.format(new Date(iso)),
    ago: (iso, now = new Date()) => {
      const [value, unit] = distance((new Date(iso).getTime() - now.getTime()) / 1000);
      return ago.format(value, unit);
    },
    inDays: (days) => ago.format(days, 'day'),
    bytes: (count) => writeBytes(count, locale, language),
    languageName: (code) => nameOf(names, code),
  };
}

function writeDay(iso: string, locale: string, style: 'long' | 'short'): string {
  const [year, month, day] = iso.split('-').map(Number);
  if (year === undefined || Number.isNaN(year)) return iso;
  const date = new Date(Date.UTC(year, (month ?? 1) - 1, day ?? 1));
  if (Number.isNaN(date.getTime())) return iso;
  if (month === undefined) return String(year);
  if (day === undefined)
    return new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(date);
  const form: Intl.DateTimeFormatOptions =
    style === 'long'
      ? { day: 'numeric', month: 'long', year: 'numeric' }
      : { day: '2-digit', month: '2-digit', year: 'numeric' };
  return new Intl.DateTimeFormat(locale, { ...form, timeZone: 'UTC' }).format(date);
}

const STEPS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
];

function distance(seconds: number): [number, Intl.RelativeTimeFormatUnit] {
  const step = STEPS.find(([, length]) => Math.abs(seconds) >= length);
  return step === undefined ? [Math.round(seconds), 'second'] : [Math.round(seconds / step[1]), step[0]];
}

function writeBytes(count: number, locale: string, language: Language): string {
  const units = language === 'fr' ? ['o', 'ko', 'Mo', 'Go', 'To'] : ['B', 'kB', 'MB', 'GB', 'TB'];
  const power = count < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(count) / 3));
  const value = new Intl.NumberFormat(locale, { maximumFractionDigits: power === 0 ? 0 : 1 }).format(
    count / 1000 ** power,
  );
  return `${value}\u00a0${units[power] ?? ''}`;
}

function nameOf(names: Intl.DisplayNames, code: string): string {
  try {
    return names.of(code) ?? code;
  } catch {
    return code;
  }
}
