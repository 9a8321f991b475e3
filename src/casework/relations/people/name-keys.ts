import type { NameToken, PersonName } from './name-reader.ts';

/** By what a word of a name is looked up: the key, and how many sounds it rests on. */
export interface WordKey {
  readonly key: string;
  readonly sounds: number;
}

/**
 * What names are looked up by where they must not be read (hashed, under a key). Words that may be spellings of one name have a key in common, and few others have.
 * Whoever finds two keys of a name near each other compares the names themselves.
 */
export function keptKeys({ tokens, joins }: PersonName): string[] {
  const words = [...tokens.filter(({ isParticle }) => !isParticle), ...joins.map(({ token }) => token)];
  return [...new Set(words.flatMap((word) => keysOf(word, KEPT).map(({ key }) => key)))];
}

/** The keys under which a word of a paper may be kept. */
export function soughtKeys(word: NameToken): readonly WordKey[] {
  return keysOf(word, SOUGHT);
}

/** Scripts that do not write all vowels. Between two others the first vowel is compared too. */
const UNVOWELLED: ReadonlySet<string> = new Set(['Arab', 'Hebr', 'Deva', 'Beng', 'Guru', 'Taml']);
/** Which keys are kept, and which are sought, of a word that writes its vowels and of one that does not: each pair has one in common. */
type Sides = Readonly<Record<'written' | 'unwritten', readonly ('vowel' | 'any' | 'bare')[]>>;
const KEPT: Sides = { written: ['vowel', 'any'], unwritten: ['any', 'bare'] };
const SOUGHT: Sides = { written: ['vowel', 'bare'], unwritten: ['any'] };

function keysOf({ roman, sound, skeleton, script }: NameToken, sides: Sides): WordKey[] {
  if (roman === '') return [];
  const isUnwritten = UNVOWELLED.has(script);
  const letters = isUnwritten && skeleton !== '' ? skeleton : sound;
  const forms = [
    letters,
    // Khadija is Kadija here and Hadija there; Walid is Valid.
    ...(roman.includes('kh') ? [letters.replaceAll('h', 'k')] : []),
    ...(letters.includes('w') ? [letters.replaceAll('w', 'v')] : []),
  ];
  const made = forms
    .flatMap((form) => withoutEnding(kindsOf(form), script))
    .flatMap((kinds) => {
      if (kinds === '') return [{ key: `=${roman}`, sounds: roman.length }];
      return sides[isUnwritten ? 'unwritten' : 'written'].map((side) => ({
        key: `${side}:${side === 'vowel' ? firstVowel(letters) : ''}${kinds}`,
        sounds: kinds.length,
      }));
    });
  return made.filter(({ key }, at) => made.findIndex((one) => one.key === key) === at);
}

/** Kinds of sounds that spellings take for each other; vowels, h, w and y are often not written. */
const KINDS: Readonly<Record<string, string>> = {
  ...{ b: 'p', p: 'p', d: 't', t: 't', f: 'f', v: 'f', g: 'k', j: 'k', k: 'k', q: 'k', c: 'k' },
  ...{ s: 's', x: 's', z: 's', l: 'l', m: 'm', n: 'n', r: 'r' },
};
const VOWELS: Readonly<Record<string, string>> = { a: 'a', e: 'a', i: 'i', y: 'i', o: 'u', u: 'u', w: 'u' };

function kindsOf(letters: string): string {
  const kinds = [...letters].map((letter) => KINDS[letter] ?? '').join('');
  return kinds.replace(/(.)\1+/g, '$1');
}

function firstVowel(letters: string): string {
  return [...letters].map((letter) => VOWELS[letter] ?? '').find((vowel) => vowel !== '') ?? '';
}

const ENDED = 4;

/** In languages written in Cyrillic names have endings: Авакяном is Авакян. */
function withoutEnding(kinds: string, script: string): string[] {
  return script === 'Cyrl' && kinds.length >= ENDED ? [kinds, kinds.slice(0, -1)] : [kinds];
}
