import type { Raster } from '#ports/pages.ts';
import type { Quad } from './find-page-quad.ts';
import { halve } from './resample.ts';
import { straightenQuad } from './straighten-quad.ts';

/** Side of the squares that are looked at, as a share of the sheet's width. */
const CORNER = 0.09;
/** A thumb fills at least this much of its corner. */
const FILLED = 0.4;
/** Pixels of width at which a thumb is still a thumb. */
const WIDTH = 500;

/** Whether a finger holds the sheet in a photo and hides one of its corners. Only a photo of a sheet, in colour, can tell. */
export function hasCoveredCorner(photo: Raster, quad: Quad | null): boolean {
  if (quad === null || photo.channels !== 3) return false;
  let small = photo;
  while (small.width > WIDTH * 2) small = halve(small);
  const sheet = straightenQuad(small, quad);
  const side = Math.round(sheet.width * CORNER);
  const lefts = [0, sheet.width - side];
  const tops = [0, sheet.height - side];
  return tops.some((top) => lefts.some((left) => skinShare(sheet, left, top, side) >= FILLED));
}

function skinShare({ width, pixels }: Raster, left: number, top: number, side: number): number {
  let count = 0;
  for (let y = top; y < top + side; y += 1) {
    for (let x = left; x < left + side; x += 1) {
      const at = (y * width + x) * 3;
      if (isSkin(pixels[at] ?? 0, pixels[at + 1] ?? 0, pixels[at + 2] ?? 0)) count += 1;
    }
  }
  return count / Math.max(1, side * side);
}

/**
 * Skin of any tone: its chroma lies in a narrow field of YCbCr (Chai & Ngan 1999: Cb 77..127, Cr 133..173), clearly away from grey. Red alone
 * is a stamp, yellowish white is old paper.
 */
function isSkin(red: number, green: number, blue: number): boolean {
  const cb = 128 - 0.169 * red - 0.331 * green + 0.5 * blue;
  const cr = 128 + 0.5 * red - 0.419 * green - 0.081 * blue;
  return cb >= 77 && cb <= 122 && cr >= 137 && cr <= 173 && red > green && green >= blue;
}
