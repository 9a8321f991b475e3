import { median } from '#domain/median.ts';
import { isUnbroken, type Piece, textOf } from './page-pieces.ts';

/** How a page is printed, measured on the page itself; heights of the page. */
export interface Print {
  readonly isRightToLeft: boolean;
  /** Of its usual word. */
  readonly height: number;
  /** From one line of a paragraph to the next, at most. */
  readonly step: number;
  /** Whether running text told the step; else it is told from the height of the letters. */
  readonly isMeasured: boolean;
}

/** Lines of a paragraph are no further apart than this many heights of their highest words: one and a half lines are rare on paper. */
const USUAL_STEP = 1.78;
/** Letters of other sizes, a crooked page: the steps of one paragraph differ by so much. */
const STEP_SLACK = 1.15;
/** Running text: lines of so many signs at least, over so much of the page's height. */
const LONG = { signs: 20, width: 0.25 };

/** The usual height of words and step of lines, taken where long lines follow one another. */
export function printOf(pieces: readonly Piece[], isRightToLeft: boolean): Print {
  const text = pieces.filter(({ isText }) => isText);
  const height = median(text.flatMap(({ words }) => words.map(({ word }) => word.box[3])));
  const long = text.filter(
    (piece) => textOf(piece).length >= LONG.signs && piece.right - piece.left > LONG.width && isUnbroken(piece),
  );
  const most = usualStep(long);
  const steps = long
    .slice(1)
    .map((piece, index) => ({ piece, above: long[index] ?? piece }))
    .filter(({ piece, above }) => Math.abs(piece.left - above.left) < height)
    .map(({ piece, above }) => piece.middle - above.middle)
    .filter((step) => step > height && step < most)
    .sort((a, b) => a - b);
  // Gaps between paragraphs are wider: the narrower steps are those within one.
  const leading = steps[Math.floor(steps.length * 0.3)];
  return {
    isRightToLeft,
    height,
    step: leading === undefined ? usualStep(text) : leading * STEP_SLACK,
    isMeasured: leading !== undefined,
  };
}

/** From one line of a paragraph to the next, at most, told from the height of its words. */
export function usualStep(pieces: readonly Piece[]): number {
  return USUAL_STEP * median(pieces.map(({ words }) => Math.max(...words.map(({ word }) => word.box[3]))));
}
