import type { Raster } from '#ports/pages.ts';
import { type Component, componentsOf } from './components.ts';
import { type Ink, inkThreshold } from './ink.ts';
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
  const threshold = inkThreshold(small);
  let found: Quad | null = null;
  for (const [at, share] of THRESHOLDS.entries()) {
    const quad = quadAt(small, threshold * share);
    if (quad === null && at === 0) return null;
    if (quad !== null && quad !== 'misshapen' && isLarger(quad, found)) found = quad;
  }
  return found;
}

/** A deep shadow makes part of the sheet darker than the mean: a lower threshold takes it in, until the ground comes in too. */
const THRESHOLDS = [1, 0.8, 0.62, 0.48];
/** What of the sheet lies in the light has four corners too; a quad this much larger is more of the sheet. */
const MORE_OF_IT = 1.1;

function isLarger(quad: Quad, found: Quad | null): boolean {
  return found === null || quadArea(quad) > quadArea(found) * MORE_OF_IT;
}

/** The sheet at one threshold; null when the raster is the sheet, `misshapen` when the bright region is no sheet of paper. */
function quadAt(small: Raster, threshold: number): Quad | null | 'misshapen' {
  const marked = brightPixels(small, threshold);
  if (reachesCorners(marked)) return null;
  const bright = largestRegion(marked);
  if (bright === undefined) return null;
  const { width, height } = small;
  const area = quadArea(bright.corners);
  const rim = 0.012;
  const inside = bright.corners.filter(
    ([x, y]) => x > width * rim && x < width * (1 - rim) && y > height * rim && y < height * (1 - rim),
  );
  // A scan reaches the corners of its raster; three corners of a sheet well inside make a photo.
  if (inside.length < 3 || area / small.pixels.length > 0.985) return null;
  if (bright.count / small.pixels.length < 0.25) return 'misshapen';
  // Ink and shadow leave holes in the sheet; a region far emptier than its four corners is not a sheet.
  if (bright.count / Math.max(area, 1) < 0.72 || !isSheet(bright.corners)) return 'misshapen';
  const [a, b, c, d] = bright.corners.map(([x, y]): [number, number] => [(x + 0.5) / width, (y + 0.5) / height]);
  return a && b && c && d ? [a, b, c, d] : null;
}

/** Opposite sides of a sheet in perspective differ by less than a third, and its corners are near right angles. */
function isSheet(corners: readonly (readonly [number, number])[]): boolean {
  const sides = corners.map((corner, index) => {
    const next = corners[(index + 1) % corners.length] ?? corner;
    return [next[0] - corner[0], next[1] - corner[1]] as const;
  });
  const lengths = sides.map(([dx, dy]) => Math.hypot(dx, dy));
  const [top = 1, right = 1, bottom = 1, left = 1] = lengths;
  if (Math.max(top / bottom, bottom / top, left / right, right / left) > 1.35) return false;
  return sides.every(([dx, dy], index) => {
    const [nextX, nextY] = sides[(index + 1) % sides.length] ?? [dx, dy];
    const cosine = (dx * nextX + dy * nextY) / ((lengths[index] ?? 1) * (lengths[(index + 1) % lengths.length] ?? 1));
    return Math.abs(cosine) < 0.45;
  });
}

function brightPixels({ width, height, pixels }: Raster, threshold: number): Ink {
  const bits = new Uint8Array(pixels.length);
  for (let at = 0; at < bits.length; at += 1) bits[at] = (pixels[at] ?? 0) > threshold ? 1 : 0;
  return { width, height, bits };
}

/** Whether the largest bright piece reaches two corners of the raster, as every scan does: told in a third of the time that its own corners take. */
function reachesCorners(bright: Ink): boolean {
  let largest: Component | undefined;
  for (const piece of componentsOf(bright, 'sides')) if (piece.area > (largest?.area ?? 0)) largest = piece;
  if (largest === undefined) return false;
  const { runs } = largest;
  const [right, bottom] = [bright.width - 1, bright.height - 1];
  let reached = 0;
  for (let at = 0; at < runs.length; at += 3) {
    if (runs[at] !== 0 && runs[at] !== bottom) continue;
    reached += Number(runs[at + 1] === 0) + Number(runs[at + 2] === right);
  }
  return reached >= 2;
}

function largestRegion({ width, bits }: Ink): Region | undefined {
  let largest: Region | undefined;
  for (const region of regionsOf(bits, width)) if (region.count > (largest?.count ?? 0)) largest = region;
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
