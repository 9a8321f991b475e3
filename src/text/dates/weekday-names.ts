import { foldText } from '../fold-text.ts';
import { LOCALES } from './month-names.ts';

const DAY_MS = 86_400_000;
/** Sunday, 7 January 2001. */
const SUNDAY_MS = 978_868_800_000;
/** Shorter ones are names of people and other words as well. */
const SHORTEST = 5;
/** What CLDR lacks: cases and spellings, Sunday first. */
const EXTRAS =
  'воскресенье|воскресенья понедельник|понедельника вторник|вторника среду|среды четверг|четверга пятницу|пятницы субботу|субботы;' +
  "неділю|неділі понеділок|понеділка вівторок|вівторка середу|середи четвер|четверга п'ятницю суботу|суботи;" +
  'یکشنبه دوشنبه سهشنبه|سه_شنبه چهارشنبه|چهار_شنبه پنجشنبه|پنج_شنبه جمعه شنبه;' +
  'domingo segunda|segunda_feira terça|terça_feira quarta|quarta_feira quinta|quinta_feira sexta|sexta_feira sábado;' +
  'dimanch lendi madi mèkredi jedi vandredi samdi';

let known: ReadonlyMap<string, number> | undefined;

/** Folded names of the days of the week in all languages, with their number from Sunday 0; names that mean two days are left out. */
export function weekdayNames(): ReadonlyMap<string, number> {
  known ??= buildNames();
  return known;
}

function buildNames(): Map<string, number> {
  const meanings = new Map<string, Set<number>>();
  const add = (name: string, weekday: number): void => {
    const key = weekdayKey(name);
    if (key.length >= SHORTEST || /[^a-z]/.test(key)) meanings.set(key, (meanings.get(key) ?? new Set()).add(weekday));
  };
  for (const locale of Object.values(LOCALES).flatMap((row) => row.split(' '))) {
    const format = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
    for (let day = 0; day < 7; day += 1) add(format.format(SUNDAY_MS + day * DAY_MS), day);
  }
  for (const row of EXTRAS.split(';'))
    row.split(' ').forEach((variants, day) => {
      for (const name of variants.split('|')) add(name.replace(/_/g, ' '), day);
    });
  const single = [...meanings].flatMap(([name, days]): [string, number][] => {
    const [day, other] = days;
    return day === undefined || other !== undefined ? [] : [[name, day]];
  });
  return new Map(single);
}

/** A word or two in the form the names are kept in. */
export function weekdayKey(name: string): string {
  return foldText(name.replace(/[\u200c\u200d]/g, ''))
    .replace(/[-.]/g, ' ')
    .trim();
}
