/** Letters of the zone that readers take for a digit, and back. */
const DIGITS: Readonly<Record<string, string>> = {
  O: '0',
  Q: '0',
  D: '0',
  I: '1',
  L: '1',
  Z: '2',
  A: '4',
  S: '5',
  G: '6',
  T: '7',
  B: '8',
};
const LETTERS: Readonly<Record<string, string>> = { 0: 'O', 1: 'I', 2: 'Z', 4: 'A', 5: 'S', 6: 'G', 7: 'T', 8: 'B' };

/** What a reader may have seen where a digit is printed, as one set of a regular expression. */
export const DIGIT_LIKE = '[0-9OQDILZASGTB]';

/** The part of the zone where only digits stand. */
export function asDigits(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => DIGITS[letter] ?? letter);
}

/** The part of the zone where only letters and fillers stand. */
export function asLetters(text: string): string {
  return text.replace(/\d/g, (digit) => LETTERS[digit] ?? digit);
}

/** What may be printed where this sign was read, itself not among them. */
export function othersLike(sign: string): readonly string[] {
  const digit = DIGITS[sign] ?? sign;
  const all = [digit, ...Object.keys(DIGITS).filter((letter) => DIGITS[letter] === digit)];
  return all.filter((one) => one !== sign);
}

/** Whether a reader may take the one for the other. */
export function areAlike(one: string, other: string): boolean {
  return asDigits(one) === asDigits(other);
}
