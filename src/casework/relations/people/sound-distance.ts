import type { NameRules } from '#definitions/casework/people.schema.ts';
import { alignWords } from './align-words.ts';

/**
 * How far two words (letters a to z) are apart as they sound: 0 for the same, about 1 for a sound that is another one; infinite beyond the limit.
 * `free` sounds may lack. Symmetric.
 */
export type SoundDistance = (one: string, other: string, bounds: { limit: number; free: string }) => number;

/** A first sound that differs is seldom a spelling. */
const FIRST = 2;
const VOWELS = 'aeiou';
const FEMININE = 'ae';
const A = 97;
const LETTERS = 26;

export function createSoundDistance(rules: Pick<NameRules, 'near' | 'mayLack'>): SoundDistance {
  const swaps = swapTable(rules.near);
  const lacks = new Float64Array(LETTERS).fill(1);
  for (const { letters, cost } of rules.mayLack) for (const code of codesOf(letters)) lacks[code] = cost;
  const prepared = createPreparation(lacks);
  return (one, other, { limit, free }) => {
    if (one === other) return 0;
    if (free === '' && leastOfFirst(one.charCodeAt(0) - A, other.charCodeAt(0) - A, { swaps, lacks }) > limit)
      return Number.POSITIVE_INFINITY;
    const [first, second] = [prepared(one, free), prepared(other, free)];
    // Amine and Amina are two people.
    const isGendered = one.at(-1) !== other.at(-1) && [one, other].every((word) => FEMININE.includes(word.slice(-1)));
    return alignWords(
      { first: one.length, second: other.length, limit },
      {
        swap: (i, j) => {
          if (isGendered && i === one.length - 1 && j === other.length - 1) return 1;
          const cost = swaps[(first.codes[i] ?? 0) * LETTERS + (second.codes[j] ?? 0)] ?? 1;
          return i === 0 || j === 0 ? cost * FIRST : cost;
        },
        lackSecond: (i) => first.lacks[i] ?? 1,
        lackFirst: (j) => second.lacks[j] ?? 1,
      },
    );
  };
}

/** Whatever follows, the first letters cost at least this. */
function leastOfFirst(
  one: number,
  other: number,
  { swaps, lacks }: { readonly swaps: Float64Array; readonly lacks: Float64Array },
): number {
  return FIRST * Math.min(swaps[one * LETTERS + other] ?? 1, lacks[one] ?? 1, lacks[other] ?? 1);
}

function swapTable(near: NameRules['near']): Float64Array {
  const swaps = new Float64Array(LETTERS * LETTERS).fill(1);
  for (let letter = 0; letter < LETTERS; letter += 1) swaps[letter * LETTERS + letter] = 0;
  for (const { letters, cost } of near)
    for (const one of codesOf(letters))
      for (const other of codesOf(letters)) if (one !== other) swaps[one * LETTERS + other] = cost;
  return swaps;
}

interface PreparedWord {
  readonly codes: readonly number[];
  /** What each letter costs when the other word lacks it. */
  readonly lacks: readonly number[];
}

/** Words are compared with many others: what is needed of them is made once. */
function createPreparation(costs: Float64Array): (word: string, free: string) => PreparedWord {
  const kept = new Map<string, PreparedWord>();
  return (word, free) => {
    const key = free === '' ? word : `${word} ${free}`;
    const known = kept.get(key);
    if (known !== undefined) return known;
    const codes = codesOf(word);
    const lacks = codes.map((code, at) => {
      if (free.includes(word.charAt(at))) return 0;
      // Karim and Karima, Louis and Louise, Hassan and Hassani are two people.
      if (at === word.length - 1 && VOWELS.includes(word.charAt(at))) return 1;
      return (costs[code] ?? 1) * (at === 0 ? FIRST : 1);
    });
    kept.set(key, { codes, lacks });
    return { codes, lacks };
  };
}

function codesOf(word: string): number[] {
  const codes: number[] = [];
  for (let at = 0; at < word.length; at += 1) codes.push(word.charCodeAt(at) - A);
  return codes;
}
