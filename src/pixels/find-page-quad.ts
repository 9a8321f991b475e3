import type { Raster } from '#ports/pages.ts';
import { inkThreshold } from './ink.ts';
import { type Region, regionsOf } from './regions.ts';
import { scaleRaster } from './resample.ts';
import { toGrey } from './to-grey.ts';

/** Corners as fractions of the raster: top left, top right, bottom right, bottom left. */
export type Quad = [[number, number], [number, number], [number, number], [number, number]];

const WORKING_WIDTH = 320;

/**
 * The sheet of paper in a photo: the one large bright region on a darker ground, when it is four-cornered and does not fill the picture.
 * Null when the raster is the page itself (a scan), or when no sheet can be told.
 */
export function findPageQuad(raster: Raster): Quad | null {
  const small = scaleRaster(toGrey(raster), Math.min(1, WORKING_WIDTH / raster.width));
  const bright = largestBrightRegion(small, inkThreshold(small));
  if (bright === undefined) return null;
  const share = bright.count / small.pixels.length;
  if (share < 0.25) return null;
  const corners = bright.corners;
  const area = quadArea(corners);
  // Ink and shadow leave holes in the sheet; a region far emptier than its four corners is not a sheet.
  if (area === 0 || bright.count / area < 0.72 || area / small.pixels.length > 0.985) return null;
  const { width, height } = small;
  const rim = 0.012;
  const inside = corners.filter(
    ([x, y]) => x > width * rim && x < width * (1 - rim) && y > height * rim && y < height * (1 - rim),
  );
  // A scan reaches the corners of its raster; three corners of a sheet well inside make a photo.
  if (inside.length < 3) return null;
  const [a, b, c, d] = corners.map(([x, y]): [number, number] => [(x + 0.5) / width, (y + 0.5) / height]);
  return a && b && c && d ? [a, b, c, d] : null;
}

function largestBrightRegion({ width, pixels }: Raster, threshold: number): Region | undefined {
  const bright = Uint8Array.from(pixels, (value) => (value > threshold ? 1 : 0));
  let largest: Region | undefined;
  for (const region of regionsOf(bright, width)) if (region.count > (largest?.count ?? 0)) largest = region;
  return largest;
}

/** Shoelace formula, in pixels. */
function quadArea(corners: readonly (readonly [number, number])[]): number {
  let sum = 0;
  for (const [index, [x, y]] of corners.entries()) {
    const [nextX, nextY] = corners[(index + 1) % corners.length] ?? [x, y];
    sum += x * nextY - nextX * y;
  }
  return Math.abs(sum) / 2;
}
