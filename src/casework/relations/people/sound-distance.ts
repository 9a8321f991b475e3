import type { NameRules } from '#definitions/casework/people.schema.ts';
import { alignWords } from './align-words.ts';

/** How far two words are apart as they sound: 0 for the same, about 1 for a sound that is another one; `free` sounds may lack. Symmetric. */
export type SoundDistance = (one: string, other: string, free?: string) => number;

/** A first sound that differs is seldom a spelling. */
const FIRST = 2;
const VOWELS = 'aeiou';
const FEMININE = 'ae';

export function createSoundDistance(rules: Pick<NameRules, 'near' | 'mayLack'>): SoundDistance {
  const pairs = new Map<string, number>();
  for (const { letters, cost } of rules.near)
    for (const one of letters) for (const other of letters) if (one !== other) pairs.set(one + other, cost);
  const lacking = new Map(rules.mayLack.flatMap(({ letters, cost }) => [...letters].map((letter) => [letter, cost])));
  const lack = (word: string, at: number): number => {
    const letter = word.charAt(at);
    // Karim and Karima, Louis and Louise, Hassan and Hassani are two people.
    if (at === word.length - 1 && VOWELS.includes(letter)) return 1;
    return (lacking.get(letter) ?? 1) * (at === 0 ? FIRST : 1);
  };
  const swap = (one: string, other: string, isLast: boolean): number => {
    if (one === other) return 0;
    // Amine and Amina, likewise.
    if (isLast && FEMININE.includes(one) && FEMININE.includes(other)) return 1;
    return pairs.get(one + other) ?? 1;
  };
  return (one, other, free = '') => {
    if (one === other) return 0;
    const isLast = (i: number, j: number): boolean => i === one.length - 1 && j === other.length - 1;
    return alignWords(one, other, {
      swap: (i, j) => swap(one.charAt(i), other.charAt(j), isLast(i, j)) * (i === 0 || j === 0 ? FIRST : 1),
      lackSecond: (i) => (free.includes(one.charAt(i)) ? 0 : lack(one, i)),
      lackFirst: (j) => (free.includes(other.charAt(j)) ? 0 : lack(other, j)),
    });
  };
}
