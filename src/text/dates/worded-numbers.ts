import { distance } from 'fastest-levenshtein';
import { foldDateWord } from './fold-date-word.ts';
import { NUMBER_WORDS } from './worded-number-words.ts';

const JOINTS = new Set(['et', 'and', 'y', 'e', 'und', 'of', 'en', 'si', 'de', 'i', 'و']);
/** Languages that write a number as one word, and the word that joins its parts. */
const GLUED: Readonly<Record<string, readonly string[]>> = { it: [], de: ['und'], nl: ['en'], tr: [] };

type Values = readonly (readonly [string, number])[];
const VALUES = new Map<string, Values>(
  Object.entries(NUMBER_WORDS).map(([language, table]) => [
    language,
    table
      .split('|')
      .flatMap((row) => {
        const [value, ...words] = row.split(' ');
        return words.map((word) => [foldDateWord(word), Number(value)] as const);
      })
      .sort((one, other) => other[0].length - one[0].length),
  ]),
);
const WORDS = new Map([...VALUES].map(([language, values]) => [language, new Map(values)]));

const LANGUAGES: readonly string[] = [...VALUES.keys()];
const languagesOf = new Map<string, readonly string[]>();

/** The languages a folded word is a number word of; most words are of none, so that little is tried. */
export function languagesOfNumber(word: string): readonly string[] {
  const known = languagesOf.get(word);
  if (known !== undefined) return known;
  const languages = LANGUAGES.filter((language) => (numbersOfWord(word, language)?.length ?? 0) > 0);
  if (languagesOf.size > 20_000) languagesOf.clear();
  languagesOf.set(word, languages);
  return languages;
}

/** The numbers a folded word holds, one after the other (`vierundzwanzig` → 4, 20); undefined when it is no number word; [] for "and". */
export function numbersOfWord(word: string, language: string): readonly number[] | undefined {
  const plain = language === 'ar' ? arabicForm(word) : word.replace(/ß/g, 'ss');
  const words = WORDS.get(language);
  // The article comes off only where the word is none without it: the thousand (ألف) begins with its letters.
  const whole = words?.get(plain) ?? (language === 'ar' ? words?.get(plain.replace(/^ال/, '')) : undefined);
  if (whole !== undefined) return [whole];
  if (JOINTS.has(plain)) return [];
  return language in GLUED ? takeApart(plain, language) : undefined;
}

/** The number of which a folded word is one letter off, where that is a single one ("cing" for cinq); undefined for none or several. */
export function misreadNumber(word: string, language: string): readonly number[] | undefined {
  if (word.length < MISREAD_LETTERS) return undefined;
  const key = `${language} ${word}`;
  if (misread.has(key)) return misread.get(key);
  if (misread.size > 5_000) misread.clear();
  const near = (VALUES.get(language) ?? []).filter(
    ([one]) => one.length >= MISREAD_LETTERS && Math.abs(one.length - word.length) <= 1 && distance(one, word) === 1,
  );
  const [first] = near;
  const isClear = first !== undefined && near.every(([, value]) => value === first[1]);
  const numbers = isClear ? [first[1]] : undefined;
  misread.set(key, numbers);
  return numbers;
}
const MISREAD_LETTERS = 4;
const misread = new Map<string, readonly number[] | undefined>();

/** "وأربعة": the and is written on the word; alef, ta marbuta and ya in one form. */
function arabicForm(word: string): string {
  return word
    .replace(/[أإآ]/g, 'ا')
    .replace(/ة$/, 'ه')
    .replace(/[ىئ]/g, 'ي')
    .replace(/^و(?=\p{L}{3})/u, '');
}

function takeApart(word: string, language: string): readonly number[] | undefined {
  if (word === '') return [];
  for (const [part, value] of VALUES.get(language) ?? []) {
    if (!word.startsWith(part)) continue;
    const rest = takeApart(word.slice(part.length), language);
    if (rest !== undefined) return [value, ...rest];
  }
  const joint = GLUED[language]?.find((one) => word.startsWith(one) && word.length > one.length);
  return joint === undefined ? undefined : takeApart(word.slice(joint.length), language);
}

/**
 * The value of a row of number words: two thousand twenty-four, mil neuf cent quatre-vingt-dix, nineteen ninety, vierundzwanzig.
 * Not a checker of grammar: rows that no one would write still give a number.
 */
export function valueOfNumbers(numbers: readonly number[], language: string): number {
  let total = 0;
  let part = 0;
  for (const value of numbers) {
    if (value === 1000) {
      total += Math.max(part, 1) * 1000;
      part = 0;
    } else part = withNext(part, value, { language, isFirst: total === 0 });
  }
  return total + part;
}

/** What a number below a thousand becomes by its next word. */
function withNext(
  part: number,
  value: number,
  { language, isFirst }: { readonly language: string; readonly isFirst: boolean },
): number {
  if (value === TEEN) return part + 10;
  if (value === TEN) return part + 9 * (part % 10);
  if (value === 100) return part === 0 ? 100 : hundreds(part);
  if (language === 'fr' && value === 20 && part % 10 === 4 && part % 100 < 10) return part + 76;
  return isFirst && value >= 10 && isCentury(language, part) ? part * 100 + value : part + value;
}

/** What makes 12 of two, and 20: "dua belas", "dua puluh". */
const TEEN = 0.1;
const TEN = 0.2;

/** "nineteen ninety", "negentien zevenentachtig". */
function isCentury(language: string, part: number): boolean {
  return (language === 'en' || language === 'nl') && part >= 10 && part < 100;
}

function hundreds(part: number): number {
  return Math.floor(part / 100) * 100 + (part % 100) * 100;
}
