import { isUnbroken, type Piece, pieceOf, rowsOf, textOf } from './page-pieces.ts';
import type { Print } from './page-print.ts';
import { isLeftOf, type Row, type Stretch, spanOf } from './white-channel.ts';

/** What stands left and right of a channel, the side that is read first first. */
export type Sides = readonly [first: Piece[], second: Piece[]];

/** Running text: so many rows and words a row; or so many signs a row, and this share of the rows nearly as long as the longest. */
const RUNNING = { rows: 3, words: 3.5, signs: 14, full: 0.85, fullRows: 0.45 };
/** The widest gap in a justified line, in heights of letters. */
const JUSTIFIED = 4;

/** The pieces of a stretch left and right of its channel; one that runs over both is parted. */
export function sidesOf({ rows, channel }: Stretch, { isRightToLeft }: Print): Sides {
  const [left, right] = [true, false].map((isLeft) =>
    rows.flat().flatMap((piece): Piece[] => {
      const words = piece.words.filter((word) => isLeftOf(channel, word) === isLeft);
      if (words.length === piece.words.length) return [piece];
      return words.length === 0 ? [] : [pieceOf(words, piece.line)];
    }),
  );
  const sides: Sides = [left ?? [], right ?? []];
  return isRightToLeft ? [sides[1], sides[0]] : sides;
}

/** Pieces from top to bottom, those on one level in the direction of reading. */
export function inRows(pieces: readonly Piece[], { isRightToLeft }: Print): Piece[] {
  return rowsOf(pieces).flatMap((row) => (isRightToLeft ? row.toReversed() : row));
}

/** The pieces of a row as one line. */
export function joined(row: Row): Piece[] {
  const [first, ...rest] = row;
  if (first === undefined || rest.length === 0) return [...row];
  return [
    pieceOf(
      row.flatMap(({ words }) => words),
      first.line,
    ),
  ];
}

/** The rows of a side that hold text. */
export function textRows(side: readonly Piece[]): Piece[][] {
  return rowsOf(side.filter(({ isText }) => isText));
}

/** Whether a side is running text rather than names, labels or amounts. */
export function isRunning(side: readonly Piece[]): boolean {
  const rows = textRows(side);
  const words = rows.flat().reduce((sum, piece) => sum + piece.words.length, 0);
  return rows.length >= RUNNING.rows && (words / rows.length >= RUNNING.words || isFilled(side));
}

/** Whether the lines of a side fill its width, as those of a paragraph do. */
export function isFilled(side: readonly Piece[]): boolean {
  const rows = textRows(side).length;
  const signs = side.reduce((sum, piece) => sum + textOf(piece).length, 0);
  return signs / rows >= RUNNING.signs && fullLines(side) >= rows * RUNNING.fullRows;
}

/** How many lines are nearly as long as the longest. */
export function fullLines(side: readonly Piece[]): number {
  const width = widthOf(side);
  return side.filter((piece) => piece.right - piece.left > width * RUNNING.full && isUnbroken(piece, JUSTIFIED)).length;
}

/** From the leftmost to the rightmost word; heights of the page. */
export function widthOf(side: readonly Piece[]): number {
  const { left, right } = spanOf(side);
  return right - left;
}
