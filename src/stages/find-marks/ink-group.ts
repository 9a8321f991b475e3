import type { Line } from '#domain/page-reading.ts';
import { type Component, componentsOf } from '#pixels/components.ts';
import type { Ink } from '#pixels/ink.ts';
import type { Raster } from '#ports/pages.ts';

/** A page's width in millimetres, A4 assumed: a crop or another format errs by a tenth or two, which the ranges allow for. */
const PAGE_WIDTH_MM = 210;

/** A rectangle in pixels, its last column and row included. */
export interface Edges {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Pieces of ink that belong together, in pixels. */
export interface InkGroup extends Edges {
  readonly pieces: readonly Component[];
}

/** What the judges see of a page. */
export interface PageInk {
  readonly ink: Ink;
  readonly colours: Raster;
  readonly lines: readonly Line[];
}

/** Millimetres in one pixel. */
export function millimetresOf({ ink }: Pick<PageInk, 'ink'>): number {
  return PAGE_WIDTH_MM / (ink.width > ink.height ? ink.width / Math.SQRT2 : ink.width);
}

export const widthOf = ({ left, right }: Edges): number => right - left + 1;
export const heightOf = ({ top, bottom }: Edges): number => bottom - top + 1;

/** The smallest rectangle around some; of none, an empty one. */
export function edgesOf(all: readonly Edges[]): Edges {
  return {
    left: Math.min(...all.map((one) => one.left)),
    top: Math.min(...all.map((one) => one.top)),
    right: Math.max(...all.map((one) => one.right)),
    bottom: Math.max(...all.map((one) => one.bottom)),
  };
}

/** Pieces whose boxes come within the gap of each other, joined until nothing more joins. */
export function groupsOf(pieces: readonly Component[], gap: number): InkGroup[] {
  const groups: InkGroup[] = [];
  for (const piece of pieces) {
    let merged: InkGroup = { ...edgesOf([piece]), pieces: [piece] };
    for (let at = groups.length - 1; at >= 0; at -= 1) {
      const group = groups[at];
      if (group === undefined || !isNear(group, merged, gap)) continue;
      merged = { ...edgesOf([group, merged]), pieces: [...group.pieces, ...merged.pieces] };
      groups.splice(at, 1);
    }
    groups.push(merged);
  }
  return groups;
}

/** Whether two rectangles come within a gap of each other. */
export function isNear(a: Edges, b: Edges, gap: number): boolean {
  return a.left - gap <= b.right && b.left - gap <= a.right && a.top - gap <= b.bottom && b.top - gap <= a.bottom;
}

/** The pieces that are left when pixels are taken out of some; they may fall apart. */
export function piecesWithout(
  pieces: readonly Component[],
  isTaken: (x: number, y: number) => boolean,
): readonly Component[] {
  if (pieces.length === 0) return pieces;
  const { left, top, right, bottom } = edgesOf(pieces);
  const [width, height] = [right - left + 1, bottom - top + 1];
  const bits = new Uint8Array(width * height);
  for (const { runs } of pieces) {
    for (let at = 0; at < runs.length; at += 3) {
      const y = runs[at] ?? 0;
      for (let x = runs[at + 1] ?? 0; x <= (runs[at + 2] ?? 0); x += 1)
        if (!isTaken(x, y)) bits[(y - top) * width + x - left] = 1;
    }
  }
  return componentsOf({ width, height, bits }).map((piece) => moved(piece, left, top));
}

function moved(piece: Component, dx: number, dy: number): Component {
  return {
    ...piece,
    left: piece.left + dx,
    right: piece.right + dx,
    top: piece.top + dy,
    bottom: piece.bottom + dy,
    runs: piece.runs.map((value, at) => value + (at % 3 === 0 ? dy : dx)),
  };
}
