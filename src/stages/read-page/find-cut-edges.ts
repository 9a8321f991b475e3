import type { Line, Word } from '#domain/page-reading.ts';

/** An edge of the page at which the print goes on outside the picture. */
export type CutEdge = 'cut-left' | 'cut-right' | 'cut-top' | 'cut-bottom';

/** Print this near to the edge, as a share of the page, has no margin left; printers can't print there. */
const NO_MARGIN = 0.006;
/** So many lines must run into a side, and such a share of all lines: one is a stamp, a heading over the whole width, a scanner's mark. */
const FEWEST = { lines: 4, share: 0.25 };
/** So many words of a line must be cut through lengthwise. */
const FEWEST_WORDS = 3;
/** Marks of the edge itself are read as single strokes, unsurely. */
const REAL_WORD = { letters: 2, confidence: 0.4 };

/** The edges that cut the print, by the places of the lines that were read on the upright page. */
export function findCutEdges(lines: readonly Line[]): CutEdge[] {
  const texts = lines.map(({ words }) => words.filter(isReal)).filter((words) => words.length > 0);
  const count = (isCut: (words: readonly Word[]) => boolean): number => texts.filter(isCut).length;
  const isMany = (cut: number): boolean => cut >= FEWEST.lines && cut >= texts.length * FEWEST.share;
  const through = (isOutside: (word: Word) => boolean) => (words: readonly Word[]) =>
    words.length >= FEWEST_WORDS && words.every(isOutside);
  const edges: CutEdge[] = [];
  if (isMany(count((words) => words.some(({ box: [left] }) => left < NO_MARGIN)))) edges.push('cut-left');
  if (isMany(count((words) => words.some(({ box: [left, , width] }) => left + width > 1 - NO_MARGIN))))
    edges.push('cut-right');
  if (count(through(({ box: [, top] }) => top < NO_MARGIN / 2)) > 0) edges.push('cut-top');
  if (count(through(({ box: [, top, , height] }) => top + height > 1 - NO_MARGIN / 2)) > 0) edges.push('cut-bottom');
  return edges;
}

function isReal({ text, confidence }: Word): boolean {
  return confidence >= REAL_WORD.confidence && (text.match(/[\p{L}\p{N}]/gu) ?? []).length >= REAL_WORD.letters;
}
