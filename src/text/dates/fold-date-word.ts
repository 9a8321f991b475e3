import { foldText } from '../fold-text.ts';

/** Letters that keyboards, languages and recognisers write one for the other in Arabic script; the form each is compared in. */
const ALIKE: ReadonlyMap<string, string> = new Map(
  ['یيىېۍئ', 'کكڪ', 'هةۀەہھ', 'اأإآٱ', 'وؤ', 'گګ'].flatMap((row) => {
    const [plain = '', ...others] = row;
    return others.map((letter): [string, string] => [letter, plain]);
  }),
);
const LETTERS = new RegExp(`[${[...ALIKE.keys()].join('')}]`, 'g');
const ARABIC = /[\u0600-\u06ff]/;

/** A word in the form in which names of months and small words of dates are compared. */
export function foldDateWord(word: string): string {
  const folded = foldText(word.replace(/[\u200c\u200d]/g, '')).replace(/ı/g, 'i');
  return ARABIC.test(folded) ? folded.replace(LETTERS, (letter) => ALIKE.get(letter) ?? letter) : folded;
}

/** Letters of Pashto, Urdu and Kurdish that recognisers read as those of Persian and Arabic that lack a dot or a ring. */
const PLAIN: ReadonlyMap<string, string> = new Map(
  ['زږژ', 'رړڑڕ', 'سښش', 'حخڅځچ', 'دډڈ', 'تټٹ', 'نڼں', 'بپ', 'لڵ', 'وۆ'].flatMap((row) => {
    const [plain = '', ...others] = row;
    return others.map((letter): [string, string] => [letter, plain]);
  }),
);

/** What is left of a folded name in Arabic script when its dots and rings are not seen; other names as they are. */
export function withoutDots(key: string): string {
  return ARABIC.test(key) ? [...key].map((letter) => PLAIN.get(letter) ?? letter).join('') : key;
}
