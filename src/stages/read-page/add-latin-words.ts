import type { Box } from '#domain/geometry.ts';
import type { Line, Word } from '#domain/page-reading.ts';
import type { Recognition } from '#ports/text-recognizer.ts';
import { countLetters } from '#text/count-letters.ts';

/** A Latin word read less surely than this may be another script's letters, made the nearest known ones. */
const SURE = 0.84;
/** So much surer than the other model a Latin reading has to be. */
const SURER_BY = 0.2;
/** Boxes that share this much of the smaller one are of the same print. */
const SAME_PRINT = 0.5;
/** A Latin word where the other model saw nothing at all has at least so many letters. */
const FEWEST_LETTERS = 3;

/**
 * A reading in another script, with the Latin words that its model does not know (drugs, e-mail addresses, units, numbers in Western figures), as
 * the first, Latin reading of the same image has them. Free: that reading was made anyway. Figures are left alone in Arabic print, whose own ones
 * look like other Western ones (٥ is not 0).
 */
export function addLatinWords(reading: Recognition, latin: Recognition): Recognition {
  const sure = latin.lines.flatMap(({ words }) => words).filter(isSurelyLatin);
  if (sure.length === 0) return reading;
  const all = reading.lines.flatMap(({ words }) => words);
  const isFree = ({ box }: Word): boolean => !all.some((word) => isSamePrint(box, word.box));
  return { ...reading, lines: reading.lines.map((line) => withLatin(line, sure, isFree)) };
}

function isSurelyLatin({ text, confidence }: Word): boolean {
  return confidence >= SURE && /^[\p{sc=Latn}\p{sc=Zyyy}\p{M}]+$/u.test(text) && /[\p{sc=Latn}0-9]/u.test(text);
}

function withLatin(line: Line, latin: readonly Word[], isFree: (word: Word) => boolean): Line {
  const near = latin.filter(({ box }) => overlap(box, line.box, 1) >= SAME_PRINT);
  if (near.length === 0) return line;
  const taken = new Set<Word>();
  const words = line.words.flatMap((word) => {
    const over = near.filter((one) => isSamePrint(one.box, word.box));
    if (over.length === 0 || !over.every((one) => isBetter(one, word))) return [word];
    const fresh = over.filter((one) => !taken.has(one));
    for (const one of fresh) taken.add(one);
    return fresh;
  });
  const lost = near.filter((one) => !taken.has(one) && countLetters(one.text) >= FEWEST_LETTERS && isFree(one));
  return taken.size === 0 && lost.length === 0 ? line : { ...line, words: lost.reduce(inserted, words) };
}

/** Puts a word where it stands: before the first word that comes later in the line's own direction. */
function inserted(words: readonly Word[], word: Word): Word[] {
  const [first, last] = [words[0], words.at(-1)];
  const isRightToLeft = first !== undefined && last !== undefined && first.box[0] > last.box[0];
  const at = words.findIndex(({ box }) => (isRightToLeft ? box[0] < word.box[0] : box[0] > word.box[0]));
  return words.toSpliced(at < 0 ? words.length : at, 0, word);
}

function isBetter(latin: Word, word: Word): boolean {
  if (/\p{N}/u.test(word.text)) return isWesternNumber(latin.text) && hasWesternFigures(word.text);
  return countLetters(latin.text) > 0 && latin.confidence >= word.confidence + SURER_BY;
}

function isWesternNumber(text: string): boolean {
  return /[0-9]/.test(text) && countLetters(text) <= (text.match(/[0-9]/g) ?? []).length;
}

/** All its figures are Western, and none of its letters Arabic. */
function hasWesternFigures(text: string): boolean {
  return !/\p{sc=Arab}/u.test(text) && !/(?![0-9])\p{Nd}/u.test(text);
}

function isSamePrint(a: Box, b: Box): boolean {
  return overlap(a, b, 0) >= SAME_PRINT && overlap(a, b, 1) >= SAME_PRINT;
}

/** How much two boxes share along an axis (0 across, 1 down), as a share of the smaller one. */
function overlap(a: Box, b: Box, axis: 0 | 1): number {
  const [startA, startB] = [a[axis], b[axis]];
  const [sizeA, sizeB] = axis === 0 ? [a[2], b[2]] : [a[3], b[3]];
  const shared = Math.min(startA + sizeA, startB + sizeB) - Math.max(startA, startB);
  return shared / Math.max(Math.min(sizeA, sizeB), 1e-6);
}
