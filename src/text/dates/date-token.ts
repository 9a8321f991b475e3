import { isMonthWord } from './find-month.ts';
import { foldDateWord } from './fold-date-word.ts';
import { romanMonthOf } from './roman-month.ts';

/** A piece of a line as the date reader sees it. Offsets are UTF-16 positions in the text that was given. */
export interface DateToken {
  readonly kind: 'number' | 'word' | 'mark';
  readonly from: number;
  readonly to: number;
  /** Folded for comparing; ASCII digits for a number. */
  readonly key: string;
  /** For a number; -1 otherwise. */
  readonly value: number;
  /** White space stands before it. */
  readonly spaced: boolean;
  /** Letters that had to be read as digits. */
  readonly mended: number;
  /** Printed in the digits of its script (१२, ۱۲), not in 0–9. */
  readonly isNative: boolean;
}

const PIECE =
  /[\p{sc=Han}]|(?:(?!\p{sc=Han})[\p{L}\p{M}\p{Nd}\u1369-\u137c\u200c\u200d]|(?<=\p{sc=Cyrl})['’ʼ](?=\p{sc=Cyrl}))+|[^\s\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/gu;
const SUBPIECE = /\p{Nd}+|[\u1369-\u137c]+|['’ʼ\p{L}\p{M}\u200c\u200d]+/gu;
const ZEROS = [
  0x30, 0x660, 0x6f0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50, 0xed0, 0xf20, 0x1040,
  0x17e0, 0xff10,
];
/** What recognisers read for a digit. */
const LOOKS_LIKE: Readonly<Record<string, string>> = {
  O: '0',
  o: '0',
  Q: '0',
  D: '0',
  l: '1',
  I: '1',
  i: '1',
  S: '5',
  s: '5',
  B: '8',
  Z: '2',
  z: '2',
  О: '0',
  о: '0',
  З: '3',
  з: '3',
  б: '6',
  І: '1',
  і: '1',
  ጊ: '1',
  ዐ: '0',
  ፖ: '7',
  ፐ: '7',
  ፀ: '9',
};

/** Splits a text into numbers, words and marks. A run of digits with letters that look like digits becomes one mended number. */
export function dateTokens(text: string): DateToken[] {
  const tokens: DateToken[] = [];
  let end = 0;
  for (const match of text.matchAll(PIECE)) {
    const spaced = match.index > end && /\s/.test(text.slice(end, match.index));
    pushPiece(tokens, match[0], match.index, spaced);
    end = match.index + match[0].length;
  }
  return tokens.map((token, at) => (isMarch(tokens, at) ? { ...token, kind: 'word', key: 'iii', mended: 1 } : token));
}

/** "31.111.2026": no month has three ones, but the third is three strokes in Roman. */
function isMarch(tokens: readonly DateToken[], at: number): boolean {
  const [day, dot, month, second, year] = tokens.slice(Math.max(0, at - 2), at + 3);
  if (at < 2 || month?.key !== '111' || dot?.key !== '.' || second?.key !== '.') return false;
  return day?.kind === 'number' && day.value >= 1 && day.value <= 31 && /^(?:19|20)\d\d$/.test(year?.key ?? '');
}

function pushPiece(tokens: DateToken[], piece: string, from: number, spaced: boolean): void {
  const to = from + piece.length;
  const hasLetter = /\p{L}/u.test(piece);
  if (!/[\p{Nd}\u1369-\u137c]/u.test(piece)) {
    tokens.push({
      kind: hasLetter ? 'word' : 'mark',
      from,
      to,
      key: foldDateWord(piece),
      value: -1,
      spaced,
      mended: 0,
      isNative: false,
    });
    return;
  }
  const mended = hasLetter ? mendPiece(piece) : undefined;
  if (mended === undefined) splitPiece(tokens, piece, from, spaced);
  else tokens.push({ ...mended, from, to, spaced, isNative: false });
}

/** Letters and digits mixed by misreading: a month's name (`0ctobre`) or a number (`2O24`). */
function mendPiece(piece: string): Pick<DateToken, 'kind' | 'key' | 'value' | 'mended'> | undefined {
  const word = foldDateWord(piece.replace(/0/g, 'o').replace(/1/g, 'l').replace(/5/g, 's'));
  if (!/\d{2}/.test(piece) && word.length >= 3 && isMonthWord(word))
    return { kind: 'word', key: word, value: -1, mended: 1 };
  const plain = foldDateWord(piece);
  // "15.V1.2026", "12.1X.2026", "4. У1 2026": a one in a Roman month.
  if (/[vxух]/.test(plain) && romanMonthOf(plain) !== undefined)
    return { kind: 'word', key: plain, value: -1, mended: 1 };
  const number = mendNumber(piece);
  if (number === undefined) return undefined;
  return { kind: 'number', key: number, value: Number(number), mended: countLetters(piece) };
}

/** Letters and digits set without a space: `12mars2024`, `1er`. */
function splitPiece(tokens: DateToken[], piece: string, from: number, spaced: boolean): void {
  for (const part of piece.matchAll(SUBPIECE)) {
    const at = from + part.index;
    const isNumber = /^[\p{Nd}\u1369-\u137c]/u.test(part[0]);
    const key = isNumber ? asciiDigits(part[0]) : foldDateWord(part[0]);
    tokens.push({
      kind: isNumber ? 'number' : 'word',
      from: at,
      to: at + part[0].length,
      key,
      value: isNumber ? Number(key) : -1,
      spaced: part.index === 0 && spaced,
      mended: 0,
      isNative: isNumber && !/^\d/.test(part[0]),
    });
  }
}

function countLetters(piece: string): number {
  return piece.replace(/[^\p{L}]/gu, '').length;
}

/** `2O24` → `2024`, `l2` → `12`; nothing for `1er`, `12mars`. */
function mendNumber(piece: string): string | undefined {
  if (piece.length > 4 || piece.length < 2) return undefined;
  let digits = '';
  for (const letter of piece) {
    const digit = /\d/.test(letter) ? letter : LOOKS_LIKE[letter];
    if (digit === undefined) return undefined;
    digits += digit;
  }
  return digits;
}

/** A short word made only of letters that look like digits (`l`, `lO`) as a number; undefined for any other. */
export function numberInLetters(printed: string): number | undefined {
  if (printed.length > 2) return undefined;
  const mended = printed.length === 1 ? LOOKS_LIKE[printed] : mendNumber(printed);
  return mended === undefined ? undefined : Number(mended);
}

function asciiDigits(text: string): string {
  if (/[\u1369-\u137c]/.test(text)) return String(ethiopicValue(text));
  let digits = '';
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0;
    const zero = ZEROS.find((one) => code >= one && code < one + 10);
    digits += zero === undefined ? '' : String(code - zero);
  }
  return digits;
}

/** Ethiopic numerals are additive, with ፻ (100) and ፼ (10 000) as multipliers: ፳፻፲፮ is 2016. */
function ethiopicValue(text: string): number {
  let total = 0;
  let part = 0;
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0;
    if (code <= 0x1371) part += code - 0x1368;
    else if (code <= 0x137a) part += (code - 0x1371) * 10;
    else {
      total = (total + Math.max(part, 1)) * (code === 0x137b ? 100 : 10_000);
      part = 0;
    }
  }
  return total + part;
}
