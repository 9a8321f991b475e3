const RIGHT_TO_LEFT = /[\p{sc=Arab}\p{sc=Hebr}\p{sc=Syrc}\p{sc=Thaa}\p{sc=Nkoo}]/u;
const MARK = /\p{M}/u;
/** Figures and Latin words keep their order inside a word that runs to the left. */
const LEFT_TO_RIGHT = /[\p{Nd}\p{sc=Latn}][\p{Nd}\p{sc=Latn}\p{M}.,:/\-_@]*[\p{Nd}\p{sc=Latn}]|[\p{Nd}\p{sc=Latn}]/gu;

/** Whether a word is written from right to left. */
export function isRightToLeft(word: string): boolean {
  return RIGHT_TO_LEFT.test(word);
}

/** A word's letters as they stand from left to right: that is how pages hold them, and readers of PDF put them back in order. */
export function visualOrder(word: string): string {
  if (!isRightToLeft(word)) return word;
  return reversed(word).replace(LEFT_TO_RIGHT, (run) => reversed(run));
}

/** Backwards, marks behind their letters. */
function reversed(text: string): string {
  const letters: string[] = [];
  for (const character of text) {
    const last = letters.length - 1;
    if (MARK.test(character) && last >= 0) letters[last] += character;
    else letters.push(character);
  }
  return letters.reverse().join('');
}
