import type { NameRules } from '#definitions/casework/people.schema.ts';

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
  const lack = (word: string, at: number, free: string): number => {
    const letter = word.charAt(at);
    if (free.includes(letter)) return 0;
    // Karim and Karima, Louis and Louise, Hassan and Hassani are two people.
    if (at === word.length - 1 && VOWELS.includes(letter)) return 1;
    return (lacking.get(letter) ?? 1) * (at === 0 ? FIRST : 1);
  };
  const swap = (one: string, other: string, ends: { isFirst: boolean; isLast: boolean }): number => {
    if (one === other) return 0;
    // Amine and Amina, likewise.
    if (ends.isLast && FEMININE.includes(one) && FEMININE.includes(other)) return 1;
    return (pairs.get(one + other) ?? 1) * (ends.isFirst ? FIRST : 1);
  };
  return (one, other, free = '') => {
    if (one === other) return 0;
    let row = [0];
    for (let j = 0; j < other.length; j += 1) row.push((row[j] ?? 0) + lack(other, j, free));
    for (let i = 0; i < one.length; i += 1) {
      const next = [(row[0] ?? 0) + lack(one, i, free)];
      for (let j = 0; j < other.length; j += 1) {
        const ends = { isFirst: i === 0 || j === 0, isLast: i === one.length - 1 && j === other.length - 1 };
        const swapped = (row[j] ?? 0) + swap(one.charAt(i), other.charAt(j), ends);
        next.push(Math.min(swapped, (row[j + 1] ?? 0) + lack(one, i, free), (next[j] ?? 0) + lack(other, j, free)));
      }
      row = next;
    }
    return row.at(-1) ?? 0;
  };
}
