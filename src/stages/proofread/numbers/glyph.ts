import type { Piece, Rule } from './cut-pieces.ts';

/** Side of the square a glyph is drawn in; pixels. */
export const GLYPH_SIDE = 20;
/** Numbers beside the picture that tell size and place. */
export const GLYPH_TRAITS = 6;
const INK_SIDE = 18;

/** A piece of ink as the network sees it: its picture row by row (0 paper to 1 ink), then its traits. */
export type Glyph = Float32Array;

/**
 * The picture of a piece, as large as the square allows, its shape kept; and how large it is and where it stands beside the number's tall
 * digits, without which a point is no different from a round zero.
 */
export function glyphOf(piece: Piece, { top, bottom }: Rule): Glyph {
  const glyph = new Float32Array(GLYPH_SIDE * GLYPH_SIDE + GLYPH_TRAITS);
  const width = piece.right - piece.left + 1;
  const height = piece.bottom - piece.top + 1;
  const scale = INK_SIDE / Math.max(width, height);
  const shiftX = (GLYPH_SIDE - width * scale) / 2 - piece.left * scale;
  const shiftY = (GLYPH_SIDE - height * scale) / 2 - piece.top * scale;
  const { runs } = piece;
  for (let at = 0; at < runs.length; at += 3) {
    const y = (runs[at] ?? 0) * scale + shiftY;
    const from = (runs[at + 1] ?? 0) * scale + shiftX;
    const to = ((runs[at + 2] ?? 0) + 1) * scale + shiftX;
    fill(glyph, { left: from, right: to, top: y, bottom: y + scale });
  }
  const unit = bottom - top + 1;
  const traits = [
    height / unit,
    width / unit,
    (piece.top - top) / unit,
    (bottom - piece.bottom) / unit,
    width / (width + height),
    inkOf(runs) / (width * height),
  ];
  traits.forEach((trait, index) => {
    glyph[GLYPH_SIDE * GLYPH_SIDE + index] = Math.min(2, Math.max(-1, trait));
  });
  return glyph;
}

function inkOf(runs: readonly number[]): number {
  let ink = 0;
  for (let at = 0; at < runs.length; at += 3) ink += (runs[at + 2] ?? 0) - (runs[at + 1] ?? 0) + 1;
  return ink;
}

interface Patch {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Adds to each cell the share of it that the patch covers. */
function fill(glyph: Glyph, { left, right, top, bottom }: Patch): void {
  for (let y = Math.floor(top); y < bottom; y += 1) {
    const high = Math.min(y + 1, bottom) - Math.max(y, top);
    for (let x = Math.floor(left); x < right; x += 1) {
      const at = y * GLYPH_SIDE + x;
      const share = high * (Math.min(x + 1, right) - Math.max(x, left));
      glyph[at] = Math.min(1, (glyph[at] ?? 0) + share);
    }
  }
}
