import type { CalendarId } from '#domain/findings.ts';
import { foldDateWord, withoutDots } from './fold-date-word.ts';
import { MONTH_EXTRAS } from './month-extras.ts';
import type { MonthName } from './month-name.ts';

/** Locales by script, so that only the tables of scripts that are printed are built. */
export const LOCALES: Readonly<Record<string, string>> = {
  Latn: 'fr en es pt it de nl ro pl sq tr az uz vi id so sw cs sk hr bs sr-Latn sl hu sv da nb fi et lt lv ku ha ms ca eu af fil yo ig om rw mg wo',
  Cyrl: 'ru uk bg sr-Cyrl mk be kk ky tg mn uz-Cyrl',
  Arab: 'ar ar-MA ar-SY ar-DZ fa fa-AF ps ur ckb sd ug',
  Grek: 'el',
  Armn: 'hy',
  Geor: 'ka',
  Hebr: 'he',
  Deva: 'hi ne mr',
  Beng: 'bn',
  Taml: 'ta',
  Telu: 'te',
  Mlym: 'ml',
  Knda: 'kn',
  Guru: 'pa',
  Gujr: 'gu',
  Sinh: 'si',
  Ethi: 'am ti',
  Thai: 'th',
  Khmr: 'km',
  Mymr: 'my',
  Laoo: 'lo',
  Hang: 'ko',
};
const OTHER_CALENDARS: Readonly<Record<string, string>> = {
  ar: 'islamic-umalqura',
  fa: 'persian',
  'fa-AF': 'persian',
  ps: 'persian',
  ckb: 'persian',
  ur: 'islamic-umalqura',
  am: 'ethiopic',
  ti: 'ethiopic',
};
/** Languages whose short names are other words of languages that more papers are in: "jen" is January in Igbo, June in Haiti. */
const LONG_ONLY: ReadonlySet<string> = new Set(['ig', 'yo', 'om', 'rw', 'mg', 'wo', 'fil']);
const DAY_MS = 86_400_000;
/** 15 January 2001 as epoch milliseconds: any year will do. */
const START_MS = 979_516_800_000;

/** Folded names (words joined by one space) with every meaning, and how many words the longest has. */
export interface MonthTable {
  readonly names: ReadonlyMap<string, readonly MonthName[]>;
  readonly longestWords: number;
  /** First words of the names that have several. */
  readonly firstWords: ReadonlySet<string>;
  /** Names of a word that a recogniser may misread, by length. */
  readonly byLength: ReadonlyMap<number, readonly string[]>;
  /** Names by what is left of them without dots and rings, in Arabic script; those that fall together are left out. */
  readonly undotted: ReadonlyMap<string, string>;
}
const tables = new Map<string, MonthTable>();

/** ISO 15924 code of the first letter of a word, among the scripts that have month tables; undefined for others. */
export function monthScriptOf(word: string): string | undefined {
  for (const [script, pattern] of SCRIPT_PATTERNS) if (pattern.test(word)) return script;
  return undefined;
}
const SCRIPT_PATTERNS: readonly (readonly [string, RegExp])[] = Object.keys(LOCALES).map((script) => [
  script,
  new RegExp(`^[\\P{L}]*\\p{sc=${script}}`, 'u'),
]);

/** The month names of one script, from CLDR and the small table of what it lacks. Built on first use (tens of milliseconds). */
export function monthTable(script: string): MonthTable {
  const known = tables.get(script);
  if (known !== undefined) return known;
  const names = new Map<string, MonthName[]>();
  for (const locale of (LOCALES[script] ?? '').split(' ')) {
    addLocale(names, locale, 'gregory');
    const other = OTHER_CALENDARS[locale];
    if (other !== undefined) addLocale(names, locale, other);
  }
  for (const { language, calendar, names: row } of MONTH_EXTRAS) {
    if (monthScriptOf(row) !== script) continue;
    row.split(' ').forEach((variants, at) => {
      for (const name of variants.split('|'))
        add(names, name.replace(/_/g, ' '), { calendar, month: at + 1, languages: [language] });
    });
  }
  const several = [...names.keys()].map((name) => name.split(' ')).filter((words) => words.length > 1);
  const table = {
    names,
    longestWords: Math.max(1, ...several.map((words) => words.length)),
    firstWords: new Set(several.flatMap(([first]) => first ?? [])),
    byLength: Map.groupBy(mendableNames(names, script), (name) => name.length),
    undotted: script === 'Arab' ? undottedNames([...names.keys()]) : new Map(),
  };
  tables.set(script, table);
  return table;
}

/** Names of other calendars in Latin letters are too short and too rare to be guessed: "serie" is no Sene. */
function mendableNames(names: ReadonlyMap<string, readonly MonthName[]>, script: string): string[] {
  return [...names]
    .filter(([, meanings]) => script !== 'Latn' || meanings.some(({ calendar }) => calendar === 'gregory'))
    .map(([name]) => name);
}

function undottedNames(names: readonly string[]): Map<string, string> {
  const single = [...Map.groupBy(names, withoutDots)].flatMap(([plain, [name, other]]): [string, string][] =>
    name === undefined || other !== undefined || plain.length < SHORTEST_UNDOTTED ? [] : [[plain, name]],
  );
  return new Map(single);
}
const SHORTEST_UNDOTTED = 3;

function addLocale(names: Map<string, MonthName[]>, locale: string, calendar: string): void {
  const language = locale.slice(0, locale.indexOf('-') < 0 ? undefined : locale.indexOf('-'));
  const tag = `${locale}-u-ca-${calendar}-nu-latn`;
  const formats: Intl.DateTimeFormatOptions[] = [
    { month: 'long' },
    { month: 'short' },
    { month: 'long', day: 'numeric' },
    { month: 'short', day: 'numeric' },
  ];
  for (const options of formats) {
    if (options.month === 'short' && LONG_ONLY.has(locale)) continue;
    const format = new Intl.DateTimeFormat(tag, { ...options, timeZone: 'UTC' });
    for (const { moment, month } of monthsOf(calendar)) {
      const name = monthIn(format, moment);
      if (!/^[\d\s.]*$/.test(name))
        add(names, name, { calendar: calendarIdOf(calendar), month, languages: [language] });
    }
  }
}

interface Moment {
  readonly moment: number;
  readonly month: number;
}

/** Moments of a year that fall into every month of a calendar, and the number of the month; the same for every language. */
function monthsOf(calendar: string): readonly Moment[] {
  const known = moments.get(calendar);
  if (known !== undefined) return known;
  const numbers = new Intl.DateTimeFormat(`en-u-ca-${calendar}-nu-latn`, { month: 'numeric', timeZone: 'UTC' });
  // A step of 30.4 days visits every Gregorian month once; other calendars need closer steps for their short thirteenth.
  const steps = calendar === 'gregory' ? 12 : 90;
  const stepMs = (calendar === 'gregory' ? 30.4 : 4.1) * DAY_MS;
  const found = Array.from({ length: steps }, (_, at): Moment => {
    const moment = START_MS + at * stepMs;
    return { moment, month: Number(monthIn(numbers, moment)) };
  }).filter(({ month }) => Number.isInteger(month));
  moments.set(calendar, found);
  return found;
}
const moments = new Map<string, readonly Moment[]>();

function monthIn(format: Intl.DateTimeFormat, moment: number): string {
  return format.formatToParts(moment).find((part) => part.type === 'month')?.value ?? '';
}

function calendarIdOf(calendar: string): CalendarId {
  if (calendar === 'persian' || calendar === 'ethiopic' || calendar === 'gregory') return calendar;
  return 'islamic';
}

function add(names: Map<string, MonthName[]>, name: string, meaning: MonthName): void {
  // Marks at the end are no part of the name ("févr.", "M03" has digits and is no name); CLDR joins some words with no-break spaces.
  const key = foldDateWord(name)
    .replace(/[.'׳॰]/g, '')
    .replace(/-/g, ' ')
    .trim();
  if (key.length < 2 || /\d/.test(key)) return;
  const list = names.get(key) ?? [];
  const same = list.findIndex((one) => one.calendar === meaning.calendar && one.month === meaning.month);
  const known = list[same];
  if (known === undefined) list.push(meaning);
  else if (!known.languages.includes(meaning.languages[0] ?? '')) {
    list[same] = { ...known, languages: [...known.languages, ...meaning.languages] };
  }
  names.set(key, list);
}
