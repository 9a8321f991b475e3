import type { Piece } from './page-pieces.ts';
import type { Print } from './page-print.ts';
import { textRows } from './zone-sides.ts';

/** From where to where a paragraph or cell reaches from top to bottom, in heights of the page. */
export interface Paragraph {
  readonly top: number;
  readonly bottom: number;
}

/** A step this much wider than those within a paragraph begins another. */
const NEW = 1.2;
/** Share of the letters' height that counts on each side of their middle: neighbours that touch do not overlap. */
const CORE = 0.4;

/** The first rows of the paragraphs or cells of a column. Where no two rows stand close, each is one. */
export function startsOf(side: readonly Piece[], print: Print): Piece[] {
  const rows = textRows(side).flatMap(([first]) => first ?? []);
  const steps = rows.slice(1).map((row, index) => row.middle - (rows[index]?.middle ?? 0));
  const close = steps.filter((step) => step < print.step && step > print.height * 0.8).sort((a, b) => a - b);
  const tight = close[Math.floor(close.length * 0.3)] ?? 0;
  return rows.filter((_, index) => index === 0 || (steps[index - 1] ?? 0) > tight * NEW);
}

/** The paragraphs or cells of a column from top to bottom. */
export function paragraphsOf(side: readonly Piece[], print: Print): Paragraph[] {
  const starts = new Set(startsOf(side, print));
  const found: { top: number; bottom: number }[] = [];
  for (const row of textRows(side)) {
    const top = Math.min(...row.map(topOf));
    const bottom = Math.max(...row.map(({ middle, height }) => middle + height * CORE));
    const last = found.at(-1);
    if (last === undefined || row.some((piece) => starts.has(piece))) found.push({ top, bottom });
    else last.bottom = Math.max(last.bottom, bottom);
  }
  return found;
}

/** Where the letters of a piece begin, but for those that reach high. */
export function topOf({ middle, height }: Piece): number {
  return middle - height * CORE;
}

/** Where each row of cells begins when the paragraphs of both sides stand beside one another, pair by pair; else nothing. */
export function alignedTops(sides: readonly (readonly Piece[])[], print: Print): number[] {
  const paragraphs = sides.map((side) => paragraphsOf(side, print));
  const tops: number[] = [];
  let bottom = Number.NEGATIVE_INFINITY;
  for (const one of paragraphs.flat().sort((a, b) => a.top - b.top)) {
    if (one.top > bottom) tops.push(one.top);
    bottom = Math.max(bottom, one.bottom);
  }
  return tops.length >= Math.min(...paragraphs.map(({ length }) => length)) * 0.75 ? tops : [];
}

/** How many paragraphs of the side that has fewer stand beside one of the other. */
export function pairedParagraphs(sides: readonly (readonly Piece[])[], print: Print): number {
  const [few = [], many = []] = sides.map((side) => paragraphsOf(side, print)).sort((a, b) => a.length - b.length);
  return few.filter((one) => many.some((other) => other.top < one.bottom && one.top < other.bottom)).length;
}
