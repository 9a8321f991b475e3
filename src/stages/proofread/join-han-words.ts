import { unionOfBoxes } from '#domain/geometry.ts';
import type { Line, Word } from '#domain/page-reading.ts';
import type { PageSize } from './mend-dashes.ts';

const HAN = String.raw`\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\u3000-\u303f\uff00-\uff65`;
const HAN_LETTERS = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]/gu;
const STARTS_HAN = new RegExp(`^[${HAN}]`, 'u');
const ENDS_HAN = new RegExp(`[${HAN}]$`, 'u');
/** Printed as wide as a letter, so that the gap after it, or before an opening bracket, is part of the mark. */
const ENDS_WIDE = /[\u3000-\u303f\uff00-\uff0e\uff1a-\uff20）]$/u;
/** Follows a word without a gap, whatever the word is written in. */
const WIDE_MARK = /^[：；，）！？。、》」』]/u;
const STARTS_WIDE = /^[（「『《〈]/u;
/** Gaps between two words, in heights of the higher one, from which a space is printed. */
const SPACE = 0.62;
const WIDE_SPACE = 1.1;
const WIDE: Readonly<Record<string, string>> = {
  ':': '：',
  ';': '；',
  ',': '，',
  '(': '（',
  ')': '）',
  '!': '！',
  '?': '？',
};

/**
 * Han is written without spaces, and recognisers part it where they please: what stands close is one word again. Its punctuation is as
 * wide as its letters; models that do not know the wide marks read the narrow ones with spaces around.
 */
export function joinHanWords(line: Line, page: PageSize): Line {
  if (!isHan(line)) return line;
  const words: Word[] = [];
  for (const word of line.words.map(widened)) {
    const last = words.at(-1);
    if (last !== undefined && isJoined(last, word, page)) words[words.length - 1] = joined(last, word);
    else words.push(word);
  }
  return { ...line, words };
}

function isHan({ words }: Line): boolean {
  const text = words.map((word) => word.text).join('');
  const han = text.match(HAN_LETTERS)?.length ?? 0;
  return han > 0 && han >= (text.match(/\p{sc=Latn}/gu)?.length ?? 0);
}

function widened(word: Word): Word {
  const text = WIDE[word.text];
  return text === undefined ? word : { ...word, text };
}

function isJoined(left: Word, right: Word, page: PageSize): boolean {
  const isWide = ENDS_WIDE.test(left.text) || STARTS_WIDE.test(right.text);
  const isHanText = ENDS_HAN.test(left.text) && STARTS_HAN.test(right.text);
  if (!isWide && !isHanText && !WIDE_MARK.test(right.text)) return false;
  const gap = (right.box[0] - left.box[0] - left.box[2]) * page.width;
  return gap < (isWide ? WIDE_SPACE : SPACE) * Math.max(left.box[3], right.box[3]) * page.height;
}

function joined(left: Word, right: Word): Word {
  const [a, b] = [left.text.length, right.text.length];
  return {
    text: left.text + right.text,
    box: unionOfBoxes([left.box, right.box]) ?? left.box,
    confidence: (left.confidence * a + right.confidence * b) / (a + b),
  };
}
