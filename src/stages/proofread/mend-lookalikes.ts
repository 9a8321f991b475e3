import type { Proofreading } from '#definitions/proofreading.schema.ts';
import type { Line } from '#domain/page-reading.ts';

const LATIN = /\p{sc=Latn}/u;

/** Letters of two scripts in one word: those of the fewer are what they look like in the script of the others. */
export function mendLookalikes(line: Line, lookalikes: Proofreading['lookalikes']): Line {
  const words = line.words.map((word) => {
    const text = word.text.replace(/\p{L}+/gu, (letters) => inOneScript(letters, lookalikes));
    return text === word.text ? word : { ...word, text };
  });
  return words.every((word, index) => word === line.words[index]) ? line : { ...line, words };
}

function inOneScript(letters: string, lookalikes: Proofreading['lookalikes']): string {
  if (!LATIN.test(letters)) return letters;
  for (const [script, pairs] of Object.entries(lookalikes)) {
    const own = [...letters].filter((letter) => letterOf(script).test(letter)).length;
    if (own === 0) continue;
    const latin = [...letters].filter((letter) => LATIN.test(letter)).length;
    return own >= latin ? allOrNone(letters, pairs, LATIN) : allOrNone(letters, reversed(pairs), letterOf(script));
  }
  return letters;
}

/** A letter without a lookalike says that the mixture is not one of lookalikes: then none is touched. */
function allOrNone(letters: string, pairs: Readonly<Record<string, string>>, foreign: RegExp): string {
  const mended = Array.from(letters, (letter) => (foreign.test(letter) ? pairs[letter] : letter));
  return mended.includes(undefined) ? letters : mended.join('');
}

const expressions = new Map<string, RegExp>();

function letterOf(script: string): RegExp {
  const known = expressions.get(script) ?? new RegExp(`\\p{sc=${script}}`, 'u');
  expressions.set(script, known);
  return known;
}

const backwards = new WeakMap<object, Readonly<Record<string, string>>>();

function reversed(pairs: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const known = backwards.get(pairs) ?? Object.fromEntries(Object.entries(pairs).map(([latin, own]) => [own, latin]));
  backwards.set(pairs, known);
  return known;
}
