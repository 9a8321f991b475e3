import { distance } from 'fastest-levenshtein';

/** Shorter words are everywhere, and nothing is left of them when they are misread. */
const LEAST = 4;
/** Of its letters so many may be read wrong, and a word still be known. */
const MISREAD = 0.4;

/**
 * Of the different words of each text, the share that nothing in the other resembles; the smaller of the two shares, for of a copy with pages missing
 * only the longer one has words of its own. One such word is none: anything may be read on an edge. Symmetric.
 */
export function strangeShare(one: readonly string[], other: readonly string[]): number {
  const [first, second] = [one, other].map((words) => new Set(words.filter(({ length }) => length >= LEAST)));
  if (first === undefined || second === undefined) return 0;
  const strange = (words: ReadonlySet<string>, others: ReadonlySet<string>): number => {
    const candidates = [...others.difference(words)];
    const alone = [...words.difference(others)].filter((word) => !candidates.some((like) => resembles(word, like)));
    return alone.length < 2 ? 0 : alone.length / words.size;
  };
  return Math.min(strange(first, second), strange(second, first));
}

function resembles(one: string, other: string): boolean {
  const longest = Math.max(one.length, other.length);
  return Math.abs(one.length - other.length) <= longest * MISREAD && distance(one, other) <= longest * MISREAD;
}
