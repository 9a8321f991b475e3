import type { NameRules } from '#definitions/casework/people.schema.ts';
import { createAbjadComparison } from './compare-abjads.ts';
import type { NameToken } from './name-reader.ts';
import { createSoundDistance } from './sound-distance.ts';
import type { CompareTokens, TokenMatch } from './token-match.ts';

export function createTokenComparison(rules: NameRules): CompareTokens {
  const distance = createSoundDistance(rules);
  const compareAbjads = createAbjadComparison(rules);
  const abjads = new Set(rules.abjads.scripts);
  const inherent = new Set(rules.inherent.scripts);
  const alike = new Set(rules.lookAlikes.flatMap(([a = '', b = '']) => [a + b, b + a]));
  const isAlike = createSlipTest(alike);
  const inflected = new Set(rules.inflected.scripts);
  const compareSounds: CompareTokens = (one, other) => {
    const letters = Math.min(one.sound.length, other.sound.length);
    if (Math.abs(one.sound.length - other.sound.length) > MOST_LACKING || letters === 0) return undefined;
    if (isAlike(one.roman, other.roman)) return { kind: 'close', letters };
    // A short name has few sounds to go by.
    const scale = letters <= SHORT ? 2 : 1;
    const free = inherent.has(one.script) || inherent.has(other.script) ? rules.inherent.letters : '';
    const apart = scale * distance(one.sound, other.sound, { limit: rules.doubtful / scale, free });
    if (apart <= rules.close) return { kind: 'close', letters };
    return apart <= rules.doubtful ? { kind: 'doubtful', letters } : undefined;
  };
  const isInflected = (one: NameToken, other: NameToken): boolean => {
    if (!inflected.has(one.script) && !inflected.has(other.script)) return false;
    const stem = commonStart(one.sound, other.sound);
    const { stem: least, endings } = rules.inflected;
    return stem >= least && Math.max(one.sound.length, other.sound.length) - stem <= endings;
  };
  return (one, other) => {
    const short = Math.min(one.roman.length, other.roman.length);
    if (short === 0) return undefined;
    if (one.roman === other.roman) return { kind: 'same', letters: short };
    if (short === 1) return one.roman.charAt(0) === other.roman.charAt(0) ? INITIAL : undefined;
    if (abjads.has(one.script) || abjads.has(other.script)) return compareAbjads(one, other);
    if (isInflected(one, other)) return { kind: 'close', letters: commonStart(one.sound, other.sound) };
    return compareSounds(one, other);
  };
}

const INITIAL: TokenMatch = { kind: 'initial', letters: 1 };
const MOST_LACKING = 3;
const SHORT = 3;
const LEAST_SLIP_LETTERS = 5;

/** Whether two words of five letters or more differ by one letter, and a recogniser takes the one for the other. */
function createSlipTest(alike: ReadonlySet<string>): (one: string, other: string) => boolean {
  return (one, other) => {
    const [first, second] = [one.replaceAll('rn', 'm'), other.replaceAll('rn', 'm')];
    if (first.length !== second.length || first.length < LEAST_SLIP_LETTERS) return false;
    const start = commonStart(first, second);
    if (first === second) return true;
    return alike.has(first.charAt(start) + second.charAt(start)) && first.slice(start + 1) === second.slice(start + 1);
  };
}

function commonStart(one: string, other: string): number {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  return at;
}
