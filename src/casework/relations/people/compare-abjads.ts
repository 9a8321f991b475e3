import type { NameRules } from '#definitions/casework/people.schema.ts';
import type { CompareTokens, TokenMatch } from './compare-tokens.ts';
import type { NameToken } from './name-reader.ts';

/** Compares words of which one at least is in a script without short vowels: محمد is Mohamed, and محمود is not. */
export function createAbjadComparison({ abjads, close, doubtful }: NameRules): CompareTokens {
  const scripts = new Set(abjads.scripts);
  const costs = createCosts(abjads);
  return (one, other) => {
    const isBoth = scripts.has(one.script) && scripts.has(other.script);
    const [abjad, second] = scripts.has(one.script) ? [one, other] : [other, one];
    const letters = trimmed(abjad, abjads.silentEnd);
    const apart = align(letters, trimmed(second, abjads.silentEnd), {
      swap: costs.swap,
      lackFirst: costs.lackInAbjad,
      lackSecond: isBoth ? costs.lackInAbjad : costs.lackElsewhere,
    });
    return matchOf(apart, letters.length, { close, doubtful });
  };
}

/** One letter that agrees is no evidence. */
const FEWEST = 2;
/** Below so many, one that differs makes another name. */
const FEW = 3;

function matchOf(apart: number, letters: number, limits: Pick<NameRules, 'close' | 'doubtful'>): TokenMatch | undefined {
  if (apart === 0 && letters < FEWEST) return { kind: 'doubtful', letters };
  if (apart <= limits.close) return { kind: 'close', letters };
  return apart <= limits.doubtful && letters >= FEW ? { kind: 'doubtful', letters } : undefined;
}

function createCosts({ longVowels, unwritten }: NameRules['abjads']) {
  const writes = (long: string, vowel: string): boolean => longVowels[long]?.includes(vowel) === true;
  return {
    swap: (one: string, other: string): number =>
      one === other || writes(one, other) || writes(other, one) ? 0 : 1,
    lackInAbjad: (): number => 1,
    lackElsewhere: (letter: string): number => (unwritten.includes(letter) ? 0 : 1),
  };
}

interface Costs {
  swap(one: string, other: string): number;
  lackFirst(letter: string): number;
  lackSecond(letter: string): number;
}

/** The cheapest way to make the one word of the other; what begins a word counts double. */
function align(one: string, other: string, { swap, lackFirst, lackSecond }: Costs): number {
  const weight = (...at: number[]): number => (at.includes(0) ? 2 : 1);
  const lackOther = (j: number): number => weight(j) * lackSecond(other.charAt(j));
  let row = [0];
  for (let j = 0; j < other.length; j += 1) row.push((row[j] ?? 0) + lackOther(j));
  for (let i = 0; i < one.length; i += 1) {
    const letter = one.charAt(i);
    const lack = weight(i) * lackFirst(letter);
    const next = [(row[0] ?? 0) + lack];
    for (let j = 0; j < other.length; j += 1) {
      const swapped = (row[j] ?? 0) + weight(i, j) * swap(letter, other.charAt(j));
      next.push(Math.min(swapped, (row[j + 1] ?? 0) + lack, (next[j] ?? 0) + lackOther(j)));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}

function trimmed({ skeleton }: NameToken, silentEnd: string): string {
  return skeleton.length > 1 && silentEnd.includes(skeleton.slice(-1)) ? skeleton.slice(0, -1) : skeleton;
}
