import type { Line, Word } from '#domain/page-reading.ts';
import { cellsOf, type Piece, type Placed } from './page-pieces.ts';

/** Letters of scripts written from right to left; their digits run from left to right. */
const RIGHT_TO_LEFT = /(?=\p{L})[\p{sc=Arab}\p{sc=Hebr}\p{sc=Syrc}\p{sc=Thaa}]/u;
/** A page with this share of its words in right-to-left script begins at the right: papers in two languages count as such. */
const SHARE = 0.4;
/** Signs that steer how text is displayed; in words that stand in order already they are no letters. */
const STEERING = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** Whether a page is read from right to left. */
export function isRightToLeftPage(lines: readonly Line[]): boolean {
  const words = lines.flatMap((line) => line.words).filter(({ text }) => /\p{L}/u.test(text));
  return words.filter(({ text }) => RIGHT_TO_LEFT.test(text)).length > words.length * SHARE;
}

/**
 * The words of a piece in the order in which they are spoken. A line in one direction comes so from the reader. One in two, on a page that
 * begins at the right, is put in order anew, from what stands where: the reader guesses the direction line by line.
 */
export function spokenOrder(piece: Piece, isRightToLeft: boolean): readonly Word[] {
  const kinds = new Set(piece.words.map(kindOf));
  const isMixed = kinds.has('right') && (kinds.has('left') || kinds.has('number'));
  if (piece.isWhole && !(isRightToLeft && isMixed)) return withoutSteering(piece.line.words);
  const cells = cellsOf(piece);
  const inOrder = isRightToLeft ? cells.toReversed() : cells;
  return withoutSteering(inOrder.flatMap((cell) => cellOrder(cell, isRightToLeft)).map(({ word }) => word));
}

type Kind = 'right' | 'left' | 'number' | 'sign';

function kindOf({ word: { text } }: Placed): Kind {
  if (RIGHT_TO_LEFT.test(text)) return 'right';
  if (/\p{L}/u.test(text)) return 'left';
  return /\p{N}/u.test(text) ? 'number' : 'sign';
}

/** Words that stand together, given from left to right: letters say in which direction they are read; numbers alone are read as printed. */
function cellOrder(words: readonly Placed[], isRightToLeft: boolean): readonly Placed[] {
  const kinds = words.map(kindOf);
  if (!kinds.includes('right') || (!isRightToLeft && kinds.includes('left'))) return words;
  return runsOf(words).toReversed().flat();
}

/**
 * Words from left to right in runs that are read from left to right themselves: a word of right-to-left script, a sign or a number alone;
 * words of other script together, with what stands between them and the number that follows them (Unicode bidirectional algorithm, W7, N1).
 */
function runsOf(words: readonly Placed[]): Placed[][] {
  const kinds = words.map(kindOf);
  const runs: Placed[][] = [];
  let from = 0;
  while (from < words.length) {
    let to = from + 1;
    if (kinds[from] === 'left')
      for (let next = to; next < words.length && kinds[next] !== 'right' && !isSeparator(words[next]); next += 1)
        if (kinds[next] !== 'sign') to = next + 1;
    runs.push(words.slice(from, to));
    from = to;
  }
  return runs;
}

/** A dash or a stroke parts what is said twice, once in each language. */
function isSeparator(placed: Placed | undefined): boolean {
  return placed !== undefined && /^[-–—/|·]+$/.test(placed.word.text);
}

function withoutSteering(words: readonly Word[]): Word[] {
  return words.map((word) => ({ ...word, text: word.text.replaceAll(STEERING, '') })).filter(({ text }) => text !== '');
}
