import type { Raster } from '#ports/pages.ts';
import type { Area } from './crop.ts';
import { regionsOf } from './regions.ts';
import { halve } from './resample.ts';

/** Side of the grid's cells and of the square that is judged, pixels: about 2 and 6 mm on A4 at the size that marks are looked for. */
const CELL = 8;
const WINDOW = 24;
/** A code is half ink; text with its gaps is far lighter than that. Brightness below the page's paper. */
const LEAST_DARKER = 45;
/** Strips of a square, and how many of them may be nearly all ink or nearly all paper. */
const STRIP = 2;
const EXCEPTIONS = 1;
/** Share of ink in each strip. */
const LEAST_INK = 0.12;
/** Changes between ink and paper along a strip, on average: modules are no wider than six pixels here. */
const LEAST_CHANGES = 3;
/** Large modules (an identity card that fills the page) look like small ones on a smaller picture. */
const SIZES = 2;
/** Brightness between ink and paper of a square: shaded paper under a hand is mixed too, but faint. */
const LEAST_CONTRAST = 50;
/** A code takes at least 8 mm, and fills its area. */
const LEAST_SIDE = 32;
const LEAST_FILL = 0.6;

/**
 * Where a two-dimensional code may stand: squares that are half ink in every row and every column, which lines of text with their gaps
 * never are. Cheap, and generous: what it finds is to be decoded, what it does not find is no code.
 */
export function findCodeAreas(grey: Raster): Area[] {
  const areas: Area[] = [];
  let raster = grey;
  for (let scale = 1; scale < 1 << SIZES; scale *= 2) {
    areas.push(...areasAt(raster).map((area) => enlarged(area, scale)));
    raster = halve(raster);
  }
  return withoutNested(areas);
}

function areasAt(grey: Raster): Area[] {
  const columns = Math.floor(grey.width / CELL);
  const rows = Math.floor(grey.height / CELL);
  const means = cellMeans(grey, columns, rows);
  const paper = brightPart(means);
  const span = WINDOW / CELL;
  const marked = new Uint8Array(columns * rows);
  for (let row = 0; row + span <= rows; row += 1) {
    for (let column = 0; column + span <= columns; column += 1) {
      const mean = windowMean(means, columns, row * columns + column);
      if (mean > paper - LEAST_DARKER || !isCodeLike(grey, column * CELL, row * CELL, mean)) continue;
      for (let y = row; y < row + span; y += 1) marked.fill(1, y * columns + column, y * columns + column + span);
    }
  }
  return regionsOf(marked, columns).flatMap((region) => {
    const [width, height] = [region.right - region.left + 1, region.bottom - region.top + 1];
    if (Math.min(width, height) * CELL < LEAST_SIDE || region.count < width * height * LEAST_FILL) return [];
    return [{ left: region.left * CELL, top: region.top * CELL, width: width * CELL, height: height * CELL }];
  });
}

function cellMeans({ width, pixels }: Raster, columns: number, rows: number): Float32Array {
  const means = new Float32Array(columns * rows);
  for (let row = 0; row < rows; row += 1) {
    const own = means.subarray(row * columns, (row + 1) * columns);
    for (let y = row * CELL; y < (row + 1) * CELL; y += 1) addToMeans(pixels.subarray(y * width, (y + 1) * width), own);
  }
  return means;
}

/** Adds what one of the eight rows of pixels gives to the mean of each cell. */
function addToMeans(pixels: Uint8Array, means: Float32Array): void {
  let at = 0;
  for (let column = 0; column < means.length; column += 1) {
    let sum = 0;
    for (let x = 0; x < CELL; x += 1) sum += pixels[at + x] ?? 0;
    means[column] = (means[column] ?? 0) + sum / (CELL * CELL);
    at += CELL;
  }
}

/** Brightness of the paper: that of the brightest cells but for a few. */
function brightPart(means: Float32Array): number {
  const sorted = means.toSorted();
  return sorted[Math.floor(sorted.length * 0.85)] ?? 255;
}

function windowMean(means: Float32Array, columns: number, first: number): number {
  let sum = 0;
  for (let y = 0; y < WINDOW / CELL; y += 1)
    for (let x = 0; x < WINDOW / CELL; x += 1) sum += means[first + y * columns + x] ?? 0;
  return sum / (WINDOW / CELL) ** 2;
}

function isCodeLike(grey: Raster, left: number, top: number, mean: number): boolean {
  return (
    contrastOf(grey, left, top, mean) >= LEAST_CONTRAST &&
    areStripsMixed(grey, { first: top * grey.width + left, along: 1, across: grey.width, mean }) &&
    areStripsMixed(grey, { first: top * grey.width + left, along: grey.width, across: 1, mean })
  );
}

function contrastOf({ width, pixels }: Raster, left: number, top: number, mean: number): number {
  let [ink, inkSum, sum] = [0, 0, 0];
  for (let y = top; y < top + WINDOW; y += 2) {
    for (let x = left; x < left + WINDOW; x += 2) {
      const value = pixels[y * width + x] ?? 0;
      sum += value;
      if (value >= mean) continue;
      ink += 1;
      inkSum += value;
    }
  }
  const count = (WINDOW / 2) ** 2;
  return ink === 0 || ink === count ? 0 : (sum - inkSum) / (count - ink) - inkSum / ink;
}

interface Strips {
  readonly first: number;
  /** Steps between the pixels of a strip, and between strips. */
  readonly along: number;
  readonly across: number;
  readonly mean: number;
}

/** Whether (nearly) every strip of the square changes between ink and paper. */
function areStripsMixed(grey: Raster, strips: Strips): boolean {
  let exceptions = 0;
  let changes = 0;
  for (let strip = 0; strip < WINDOW; strip += STRIP) {
    const found = alongStrip(grey, strips, strips.first + strip * strips.across);
    changes += found.changes;
    if (found.ink < WINDOW * LEAST_INK || found.ink > WINDOW * (1 - LEAST_INK)) exceptions += 1;
    if (exceptions > EXCEPTIONS) return false;
  }
  return changes >= LEAST_CHANGES * (WINDOW / STRIP);
}

/** Ink of a strip two pixels wide, and how often it changes. */
function alongStrip({ pixels }: Raster, { along, across, mean }: Strips, first: number) {
  let ink = 0;
  let changes = 0;
  let before: boolean | undefined;
  for (let at = first; at < first + WINDOW * along; at += along) {
    const isInk = (pixels[at] ?? 0) + (pixels[at + across] ?? 0) < 2 * mean;
    if (isInk) ink += 1;
    if (before !== undefined && isInk !== before) changes += 1;
    before = isInk;
  }
  return { ink, changes };
}

function enlarged({ left, top, width, height }: Area, scale: number): Area {
  return { left: left * scale, top: top * scale, width: width * scale, height: height * scale };
}

/** Each place once: the largest of those that overlap. */
function withoutNested(areas: readonly Area[]): Area[] {
  const kept: Area[] = [];
  for (const area of areas.toSorted((a, b) => b.width * b.height - a.width * a.height)) {
    if (!kept.some((other) => overlaps(area, other))) kept.push(area);
  }
  return kept;
}

function overlaps(a: Area, b: Area): boolean {
  return a.left < b.left + b.width && b.left < a.left + a.width && a.top < b.top + b.height && b.top < a.top + a.height;
}
