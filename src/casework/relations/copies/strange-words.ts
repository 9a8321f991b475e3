import { distance } from 'fastest-levenshtein';

/** Shorter words are everywhere, and nothing is left of them when they are misread. */
const LEAST = 4;
/** Of its letters so many may be read wrong, and a word still be known. */
const MISREAD = 0.4;

/** How many different words of each text nothing in the other resembles. Symmetric. */
export function strangeWords(one: readonly string[], other: readonly string[]): [number, number] {
  const [first, second] = [new Set(one), new Set(other)];
  const onlyFirst = [...first.difference(second)].filter(({ length }) => length >= LEAST);
  const onlySecond = [...second.difference(first)].filter(({ length }) => length >= LEAST);
  const strange = (words: readonly string[], others: readonly string[]): number =>
    words.filter((word) => !others.some((against) => resembles(word, against))).length;
  return [strange(onlyFirst, onlySecond), strange(onlySecond, onlyFirst)];
}

function resembles(one: string, other: string): boolean {
  const longest = Math.max(one.length, other.length);
  return Math.abs(one.length - other.length) <= longest * MISREAD && distance(one, other) <= longest * MISREAD;
}
