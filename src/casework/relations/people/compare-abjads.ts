import type { NameRules } from '#definitions/casework/people.schema.ts';
import { alignWords } from './align-words.ts';
import type { NameToken } from './name-reader.ts';
import type { CompareTokens, TokenMatch } from './token-match.ts';

/** Compares words of which one at least is in a script without short vowels: محمد is Mohamed, and محمود is not. */
export function createAbjadComparison({ abjads, close, doubtful }: NameRules): CompareTokens {
  const scripts = new Set(abjads.scripts);
  const costs = createCosts(abjads);
  return (one, other) => {
    const isBoth = scripts.has(one.script) && scripts.has(other.script);
    const [abjad, second] = scripts.has(one.script) ? [one, other] : [other, one];
    const letters = trimmed(abjad, abjads.silentEnd);
    const others = trimmed(second, abjads.silentEnd);
    const size = { first: letters.length, second: others.length, limit: doubtful };
    const apart = alignWords(size, {
      swap: (i, j) => costs.swap(letters.charAt(i), others.charAt(j)) * (i === 0 || j === 0 ? FIRST : 1),
      lackSecond: (i) => (i === 0 ? FIRST : 1),
      lackFirst: (j) => costs.lackFirst(others.charAt(j), isBoth) * (j === 0 ? FIRST : 1),
    });
    return matchOf(apart, letters.length, { close, doubtful });
  };
}

/** What begins a word seldom differs. */
const FIRST = 2;
/** One letter that agrees is no evidence. */
const FEWEST = 2;
/** Below so many, one that differs makes another name. */
const FEW = 3;

function matchOf(
  apart: number,
  letters: number,
  limits: Pick<NameRules, 'close' | 'doubtful'>,
): TokenMatch | undefined {
  if (apart === 0 && letters < FEWEST) return { kind: 'doubtful', letters };
  if (apart <= limits.close) return { kind: 'close', letters };
  return apart <= limits.doubtful && letters >= FEW ? { kind: 'doubtful', letters } : undefined;
}

function createCosts({ longVowels, unwritten }: NameRules['abjads']) {
  const writes = (long: string, vowel: string): boolean => longVowels[long]?.includes(vowel) === true;
  return {
    swap: (one: string, other: string): number => (one === other || writes(one, other) || writes(other, one) ? 0 : 1),
    /** Vowels of other scripts that an abjad does not write. */
    lackFirst: (letter: string, isAbjad: boolean): number => (!isAbjad && unwritten.includes(letter) ? 0 : 1),
  };
}

function trimmed({ skeleton }: NameToken, silentEnd: string): string {
  return skeleton.length > 1 && silentEnd.includes(skeleton.slice(-1)) ? skeleton.slice(0, -1) : skeleton;
}
