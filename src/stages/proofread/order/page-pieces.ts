import { median } from '#domain/median.ts';
import type { Line, PageReading, Word } from '#domain/page-reading.ts';

/**
 * Words that stand on one level, from left to right: a line as the recogniser gave it, or what is left of one between two columns.
 * Lengths are heights of the page, so that across and down can be compared.
 */
export interface Piece {
  readonly words: readonly Placed[];
  readonly left: number;
  readonly right: number;
  readonly middle: number;
  /** Of its letters: three in four words are no higher. */
  readonly height: number;
  /** The line of the reader that it is, is cut from, or begins with. */
  readonly line: Line;
  /** Nothing was cut off that line or added to it. */
  readonly isWhole: boolean;
  readonly isText: boolean;
}

/** A word and where it begins and ends across, in heights of the page. */
export interface Placed {
  readonly word: Word;
  readonly left: number;
  readonly right: number;
  /** Holds a letter or a digit: what does not is a bullet, a rule, a smudge. */
  readonly isText: boolean;
}

/** A page that does not say its size is taken for A4. */
const A4_WIDTH = Math.SQRT1_2;

/** The lines of a page as pieces, from top to bottom. */
export function piecesOf({ lines, width, height }: Pick<PageReading, 'lines' | 'width' | 'height'>): Piece[] {
  const wide = width > 0 && height > 0 ? width / height : A4_WIDTH;
  return fromTopToBottom(
    lines
      .filter(({ words }) => words.length > 0)
      .map((line) => {
        const words = line.words.map((word) => ({
          word,
          left: word.box[0] * wide,
          right: (word.box[0] + word.box[2]) * wide,
          isText: /[\p{L}\p{N}]/u.test(word.text),
        }));
        return pieceOf(words, line, true);
      }),
  );
}

/** Words put together to a piece; there must be one at least. */
export function pieceOf(words: readonly Placed[], line: Line, isWhole = false): Piece {
  const sorted = words.toSorted((a, b) => a.left - b.left);
  const heights = words.map(({ word }) => word.box[3]).sort((a, b) => a - b);
  return {
    line,
    isWhole,
    words: sorted,
    left: Math.min(...words.map(({ left }) => left)),
    right: Math.max(...words.map(({ right }) => right)),
    middle: median(words.map(({ word }) => word.box[1] + word.box[3] / 2)),
    height: heights[Math.floor(heights.length * 0.75)] ?? 0,
    isText: words.some((word) => word.isText),
  };
}

/** Pieces from top to bottom, those on one level from left to right. */
export function fromTopToBottom(pieces: readonly Piece[]): Piece[] {
  return pieces.toSorted((a, b) => a.middle - b.middle || a.left - b.left);
}

/** Whether two pieces stand on one level: the reader said so, or they overlap from top to bottom by half the letters' height. */
export function isLevel(a: Piece, b: Piece): boolean {
  if (a.line === b.line) return true;
  const shared =
    Math.min(a.middle + a.height / 2, b.middle + b.height / 2) -
    Math.max(a.middle - a.height / 2, b.middle - b.height / 2);
  return shared > LEVEL * Math.min(a.height, b.height);
}

const LEVEL = 0.55;

/** Pieces that stand on one level together; levels from top to bottom. */
export function rowsOf(pieces: readonly Piece[]): Piece[][] {
  const rows: Piece[][] = [];
  for (const piece of fromTopToBottom(pieces)) {
    const row = rows.findLast((one) => one.some((other) => isLevel(piece, other) && !overlaps(piece, other)));
    if (row !== undefined && !row.some((other) => overlaps(piece, other))) row.push(piece);
    else rows.push([piece]);
  }
  return rows.map((row) => row.toSorted((a, b) => a.left - b.left));
}

function overlaps(a: Piece, b: Piece): boolean {
  return Math.min(a.right, b.right) - Math.max(a.left, b.left) > 0;
}

/** The words of a piece as they stand from left to right. */
export function textOf({ words }: Piece): string {
  return words.map(({ word }) => word.text).join(' ');
}

/** The words of a piece in groups that wide white parts: as wide as so many of its letters are high. */
export function cellsOf({ words, height }: Piece, gap = 1.5): Placed[][] {
  const groups: Placed[][] = [];
  for (const word of words) {
    const last = groups.at(-1);
    if (last !== undefined && word.left - (last.at(-1)?.right ?? word.left) < height * gap) last.push(word);
    else groups.push([word]);
  }
  return groups;
}

/** Whether a line has no gap as between label and value; justified lines have wide ones too. */
export function isUnbroken(piece: Piece, gap = 1.5): boolean {
  return cellsOf(piece, gap).length === 1;
}
