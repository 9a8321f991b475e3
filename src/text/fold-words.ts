import { foldText } from './fold-text.ts';

/** Letters that NFD does not take apart but that people, keyboards and recognisers write in the plain form. */
const PLAIN: ReadonlyMap<string, string> = new Map([
  ['œ', 'oe'], ['æ', 'ae'], ['ß', 'ss'], ['ı', 'i'], ['ł', 'l'], ['đ', 'd'], ['ð', 'd'], ['ø', 'o'], ['ə', 'e'], ['ħ', 'h'],
  ['أ', 'ا'], ['إ', 'ا'], ['آ', 'ا'], ['ٱ', 'ا'], ['ى', 'ي'], ['ی', 'ي'], ['ې', 'ي'], ['ئ', 'ي'], ['ة', 'ه'], ['ۀ', 'ه'], ['ە', 'ه'],
  ['ک', 'ك'], ['ؤ', 'و'], ['ё', 'е'],
]); // biome-ignore format: a table reads better in rows
const PLAIN_LETTERS = new RegExp(`[${[...PLAIN.keys()].join('')}]`, 'g');

/** Scripts written without spaces: every character (with its marks) is a word of its own. */
const WORD =
  /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}][\p{M}]*|(?:(?![\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}])[\p{L}\p{M}\p{N}])+/gu;

/** Digits that recognisers read inside words: only mended where letters are the majority, so numbers stay numbers. */
const DIGIT_LETTERS: Readonly<Record<string, string>> = { '0': 'o', '1': 'l', '5': 's', '8': 'b' };

/** Arabic proclitics (and, with, for, the) in front of a stem of three letters or more. */
const ARABIC_PREFIX = /^(?:[وفبلك]?ال|لل|و(?=ال))(?=\p{L}{3})/u;

/**
 * The words of a text in the form they are compared in: folded, spelling variants and common misreadings levelled.
 * Never for output. Equal printed words give equal forms; so do `CERTIFICAT` and `CERT1FICAT`.
 */
export function foldWords(text: string): readonly string[] {
  if (text.length > LONGEST_KEPT) return folded(text);
  const known = kept.get(text);
  if (known !== undefined) return known;
  const words = folded(text);
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(text, words);
  return words;
}

/** Every stage folds the words of a paper, and papers repeat theirs: what single words fold to is kept. */
const kept = new Map<string, readonly string[]>();
const MOST_KEPT = 20_000;
const LONGEST_KEPT = 24;

function folded(text: string): string[] {
  const plain = foldText(text).replace(PLAIN_LETTERS, (letter) => PLAIN.get(letter) ?? letter);
  return (plain.match(WORD) ?? []).map(mendWord);
}

function mendWord(word: string): string {
  const digits = word.match(/[0158]/g);
  const mended =
    digits !== null && word.length >= 4 && digits.length * 3 <= word.length
      ? word.replace(/[0158]/g, (digit) => DIGIT_LETTERS[digit] ?? digit)
      : word;
  return mended.replace(ARABIC_PREFIX, '');
}
