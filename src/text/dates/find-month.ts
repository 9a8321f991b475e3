import { distance } from 'fastest-levenshtein';
import { withoutDots } from './fold-date-word.ts';
import type { MonthName } from './month-name.ts';
import { type MonthTable, monthScriptOf, monthTable } from './month-names.ts';

/** A month that was recognised: its meanings, and how faithfully it was printed (1 letter by letter). */
export interface MonthMatch {
  readonly meanings: readonly MonthName[];
  readonly likeness: number;
}

/** From this length on one wrong letter leaves a month recognisable. */
const FUZZY_LETTERS = 5;
const INFLECTED = 0.95;
const MISREAD = 0.85;
const cache = new Map<string, MonthMatch | undefined>();

/** Whether the folded word is a month name, letter by letter. */
export function isMonthWord(key: string): boolean {
  const script = monthScriptOf(key);
  return script !== undefined && monthTable(script).names.has(key);
}

/** How many words the longest month name that begins with this word can have. */
export function longestMonthName(key: string): number {
  const script = monthScriptOf(key);
  if (script === undefined) return 1;
  const { firstWords, longestWords } = monthTable(script);
  return firstWords.has(key) ? longestWords : 1;
}

/** The month a folded name (words joined by one space) means, forgiving case endings, prefixes and misreadings; undefined for no month. */
export function findMonth(key: string): MonthMatch | undefined {
  if (cache.has(key)) return cache.get(key);
  if (cache.size > 20_000) cache.clear();
  const script = monthScriptOf(key);
  const match = script === undefined ? undefined : lookUp(key, monthTable(script), script);
  cache.set(key, match);
  return match;
}

function lookUp(key: string, table: MonthTable, script: string): MonthMatch | undefined {
  const exact = table.names.get(key);
  if (exact !== undefined) return { meanings: exact, likeness: 1 };
  // "in", "from", "on" are written on the name: בינואר, ከግንቦት, ብጥቅምቲ.
  if ((script === 'Hebr' && /^[במל]/.test(key)) || (script === 'Ethi' && /^[ከበየለብካን]/.test(key))) {
    const stem = table.names.get(key.slice(1));
    if (stem !== undefined) return { meanings: stem, likeness: 1 };
  }
  if (script === 'Arab' && /[يی]$/.test(key)) {
    // The Kurdish link vowel.
    const stem = table.names.get(key.slice(0, -1));
    if (stem !== undefined) return { meanings: stem, likeness: INFLECTED };
  }
  return undotted(key, table, script) ?? mended(key, table) ?? inflected(key, table) ?? misread(key, table);
}

/** A name of Pashto, Urdu or Kurdish read in the plain letters of another language: "وزي" for وږي. */
function undotted(key: string, table: MonthTable, script: string): MonthMatch | undefined {
  const name = script === 'Arab' ? table.undotted.get(withoutDots(key)) : undefined;
  const meanings = name === undefined ? undefined : table.names.get(name);
  return meanings === undefined ? undefined : { meanings, likeness: MISREAD };
}

/** What recognisers do to letter pairs. */
function mended(key: string, table: MonthTable): MonthMatch | undefined {
  for (const [wrong, right] of [
    ['rn', 'm'],
    ['ii', 'u'],
    ['cl', 'd'],
    ['vv', 'w'],
    ['lu', 'iu'],
    ['l', 'i'],
    ['m', 'rn'],
  ] as const) {
    const meanings = key.includes(wrong) ? table.names.get(key.replace(wrong, right)) : undefined;
    if (meanings !== undefined) return { meanings, likeness: MISREAD };
  }
  return undefined;
}

/** Endings that grammar adds: `martın`, `márciusában`, `მარტს`. */
function inflected(key: string, table: MonthTable): MonthMatch | undefined {
  for (let cut = 1; cut <= 4 && key.length - cut >= 4; cut += 1) {
    // A whole word is no ending: "juin mil neuf cent" begins with a month of one word.
    if (key.at(-cut) === ' ') return undefined;
    const meanings = table.names.get(key.slice(0, -cut));
    if (meanings !== undefined) return { meanings, likeness: INFLECTED };
  }
  return undefined;
}

/** The single month one letter away (two in long names); none when two different months are equally near. */
function misread(key: string, table: MonthTable): MonthMatch | undefined {
  if (key.length < FUZZY_LETTERS) return undefined;
  const reach = key.length >= 8 ? 2 : 1;
  for (let slips = 1; slips <= reach; slips += 1) {
    const near = namesOfLength(table, key.length, slips)
      .filter((name) => name.length >= FUZZY_LETTERS && distance(key, name) === slips)
      .map((name) => [name, table.names.get(name) ?? []] as const);
    const [first] = near;
    if (first === undefined) continue;
    const isClear = near.every(([, meanings]) => meanings.some((one) => isSameMonth(one, first[1][0])));
    return isClear ? { meanings: first[1], likeness: MISREAD - 0.1 * (slips - 1) } : undefined;
  }
  return undefined;
}

function namesOfLength({ byLength }: MonthTable, length: number, reach: number): string[] {
  const names: string[] = [];
  for (let at = length - reach; at <= length + reach; at += 1) names.push(...(byLength.get(at) ?? []));
  return names;
}

function isSameMonth(one: MonthName, other: MonthName | undefined): boolean {
  return one.month === other?.month && one.calendar === other.calendar;
}
