import { type Component, componentsOf } from '#pixels/components.ts';
import { inkOf, inkThreshold } from '#pixels/ink.ts';
import type { Raster } from '#ports/pages.ts';

/** A piece of ink that may be a digit, a part of one, or two that touch; pixels of the strip. */
export interface Piece {
  readonly left: number;
  readonly top: number;
  /** Inclusive, as `bottom`. */
  readonly right: number;
  readonly bottom: number;
  /** Its ink: y, first x, last x, … */
  readonly runs: readonly number[];
  /** Cut off from the piece before it, which its ink touches. */
  readonly isCutOff: boolean;
}

/** Where the tall pieces of a number stand: everything else about it is measured against them. */
export interface Rule {
  readonly top: number;
  readonly bottom: number;
}

/** Height in pixels that a line's digits have in a strip, about. */
export const STRIP_HEIGHT = 40;
/** Smaller than this in both directions is a speck. */
const SPECK = STRIP_HEIGHT * 0.07;
/** Share of the narrower piece's width that stands over the other: the two dots of a colon. */
const STACKED = 0.5;

/** The pieces of ink in a grey strip of a line, left to right; what stands exactly one above the other is one piece. */
export function cutPieces(strip: Raster): Piece[] {
  const components = componentsOf(inkOf(strip, Math.min(inkThreshold(strip) + 8, 215)));
  const pieces = components.filter((one) => !isSpeck(one)).map((one) => ({ ...one, isCutOff: false }));
  return stacked(pieces.sort((a, b) => a.left + a.right - (b.left + b.right)));
}

function isSpeck({ left, right, top, bottom, area }: Component): boolean {
  return (right - left < SPECK && bottom - top < SPECK) || area < SPECK * SPECK;
}

function stacked(pieces: readonly Piece[]): Piece[] {
  const found: Piece[] = [];
  for (const piece of pieces) {
    const at = found.findLastIndex((other) => isStacked(other, piece));
    const other = found[at];
    if (other === undefined) found.push(piece);
    else found[at] = joined([other, piece]);
  }
  return found.sort((a, b) => a.left + a.right - (b.left + b.right));
}

function isStacked(a: Piece, b: Piece): boolean {
  const overlap = Math.min(a.right, b.right) - Math.max(a.left, b.left) + 1;
  const narrower = Math.min(a.right - a.left, b.right - b.left) + 1;
  return overlap >= STACKED * narrower && (a.bottom < b.top || b.bottom < a.top);
}

/** Several pieces as one. */
export function joined(pieces: readonly Piece[]): Piece {
  const [first] = pieces;
  return {
    left: Math.min(...pieces.map(({ left }) => left)),
    top: Math.min(...pieces.map(({ top }) => top)),
    right: Math.max(...pieces.map(({ right }) => right)),
    bottom: Math.max(...pieces.map(({ bottom }) => bottom)),
    runs: pieces.flatMap(({ runs }) => runs),
    isCutOff: first?.isCutOff ?? false,
  };
}

/** A piece is tall when it is this share of the tallest. */
const TALL = 0.62;
/** What towers over all others by more than this is not of the number. */
const TOWERING = 1.7;

/** Where the tall pieces stand; undefined for none. */
export function ruleOf(pieces: readonly Piece[]): Rule | undefined {
  const heights = pieces.map(({ top, bottom }) => bottom - top + 1).sort((a, b) => b - a);
  const [first = 0, second = first] = heights;
  const tallest = first > second * TOWERING && heights.length > 2 ? second : first;
  const tall = pieces.filter(({ top, bottom }) => bottom - top + 1 >= tallest * TALL && bottom - top < tallest);
  return tall.length === 0
    ? undefined
    : { top: middle(tall.map(({ top }) => top)), bottom: middle(tall.map(({ bottom }) => bottom)) };
}

function middle(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
}

/** A piece this wide, against the height of the digits, may be two that touch. */
const WIDE = 0.8;
/** Ink this thin, against that height, may be where two digits touch. */
const THIN = 0.4;
/** No digit is narrower than this share of that height. */
const NARROWEST = 0.15;

/** Cuts what is too wide for one digit where its ink is thinnest; the parts may be joined again. */
export function cutTouching(pieces: readonly Piece[], { top, bottom }: Rule): Piece[] {
  const height = bottom - top + 1;
  return pieces.flatMap((piece) => {
    const isWide = piece.right - piece.left + 1 > WIDE * height && piece.bottom - piece.top + 1 > 0.5 * height;
    return isWide ? cutAt(piece, thinColumns(piece, height)) : [piece];
  });
}

/** The columns, ascending, in which the ink is thinner than around them. */
function thinColumns(piece: Piece, height: number): number[] {
  const thickness = columnInk(piece);
  const reach = Math.max(2, Math.round(height * NARROWEST));
  const columns: number[] = [];
  for (let x = reach; x < thickness.length - reach; x += 1) {
    const here = thickness[x] ?? 0;
    const around = thickness.subarray(x - reach, x + reach + 1);
    const last = columns.at(-1) ?? -reach;
    if (here < THIN * height && here === Math.min(...around) && x - last >= reach) columns.push(x);
  }
  return columns.map((x) => x + piece.left);
}

function columnInk({ left, right, runs }: Piece): Int32Array {
  const columns = new Int32Array(right - left + 1);
  for (let at = 0; at < runs.length; at += 3) {
    const to = (runs[at + 2] ?? 0) - left;
    for (let x = (runs[at + 1] ?? 0) - left; x <= to; x += 1) columns[x] = (columns[x] ?? 0) + 1;
  }
  return columns;
}

function cutAt(piece: Piece, columns: readonly number[]): Piece[] {
  const edges = [piece.left, ...columns, piece.right + 1];
  return edges.slice(0, -1).flatMap((from, index) => {
    const part = between(piece, from, (edges[index + 1] ?? from) - 1);
    return part === undefined ? [] : [{ ...part, isCutOff: index > 0 }];
  });
}

function between(piece: Piece, from: number, to: number): Piece | undefined {
  const runs: number[] = [];
  for (let at = 0; at < piece.runs.length; at += 3) {
    const first = Math.max(piece.runs[at + 1] ?? 0, from);
    const last = Math.min(piece.runs[at + 2] ?? 0, to);
    if (first <= last) runs.push(piece.runs[at] ?? 0, first, last);
  }
  return runs.length === 0 ? undefined : { ...boundsOf(runs), runs, isCutOff: false };
}

function boundsOf(runs: readonly number[]): Pick<Piece, 'left' | 'top' | 'right' | 'bottom'> {
  let [left, top, right, bottom] = [runs[1] ?? 0, runs[0] ?? 0, runs[2] ?? 0, runs[0] ?? 0];
  for (let at = 0; at < runs.length; at += 3) {
    top = Math.min(top, runs[at] ?? 0);
    bottom = Math.max(bottom, runs[at] ?? 0);
    left = Math.min(left, runs[at + 1] ?? 0);
    right = Math.max(right, runs[at + 2] ?? 0);
  }
  return { left, top, right, bottom };
}
