import type { NameToken, PersonName } from './name-reader.ts';

/**
 * What names are looked up by where they must not be read (hashed, under a key): words that may be spellings of one name have a key in common, and so, now and
 * then, have others. Whoever finds two keys of a name near each other compares the names themselves.
 */
export function nameKeys({ tokens, joins }: PersonName): string[] {
  const words = [...tokens.filter(({ isParticle }) => !isParticle), ...joins.map(({ token }) => token)];
  return [...new Set(words.flatMap(wordKeys))];
}

/** The keys of a word: what is left of it without vowels, each consonant by the kind of sound it is. */
export function wordKeys(word: NameToken): readonly string[] {
  const { roman, sound, skeleton, script } = word;
  if (roman === '') return [];
  const letters = UNVOWELLED.has(script) ? skeleton : sound;
  const forms = [letters, ...khForms(word, letters), ...(letters.includes('w') ? [letters.replaceAll('w', 'v')] : [])];
  return [...new Set(forms.map(keyOf).map((key) => (key === '' ? `=${roman}` : key)))];
}

const UNVOWELLED: ReadonlySet<string> = new Set(['Arab', 'Hebr']);

/** Khadija is Kadija here and Hadija there; Walid is Valid. */
function khForms({ roman }: NameToken, letters: string): string[] {
  return roman.includes('kh') ? [letters.replaceAll('h', 'k')] : [];
}

/** Kinds of sounds that spellings take for each other; vowels, h, w and y are often not written. */
const KINDS: Readonly<Record<string, string>> = {
  ...{ b: 'p', p: 'p', d: 't', t: 't', f: 'f', v: 'f', g: 'k', j: 'k', k: 'k', q: 'k', c: 'k' },
  ...{ s: 's', x: 's', z: 's', l: 'l', m: 'm', n: 'n', r: 'r' },
};
/** Behind so many consonants stand endings. */
const MOST = 4;

function keyOf(letters: string): string {
  const kinds = [...letters].map((letter) => KINDS[letter] ?? '').join('');
  return kinds.replace(/(.)\1+/g, '$1').slice(0, MOST);
}
