import type { Line, PageMark } from '#domain/page-reading.ts';
import { type Region, regionsOf } from '#pixels/regions.ts';
import type { Raster } from '#ports/pages.ts';

/** Side of the cells that are judged, pixels. */
const CELL = 12;
/** Share of half-tones in a cell of a picture; print is black and white. */
const HALFTONE_SHARE = 0.55;
/** Grey values between the lightest and the darkest of a cell that shows something; even grey paper has one value, a photographed sky several. */
const LEAST_SPREAD = 6;
/** Share of the cells of a picture that show something. */
const LEAST_VARIED = 0.1;
/** A picture takes at least this share of the page in each direction (an identity photo on A4). */
const LEAST_SIDE = 0.09;

/** Photographs on the page: connected areas of half-tones without text. */
export function findPictures(grey: Raster, lines: readonly Line[]): PageMark[] {
  const columns = Math.floor(grey.width / CELL);
  const rows = Math.floor(grey.height / CELL);
  const { halftones, varied } = lookAtCells(grey, columns, rows);
  const pictures: PageMark[] = [];
  for (const area of regionsOf(halftones, columns)) {
    const box: [number, number, number, number] = [
      area.left / columns,
      area.top / rows,
      (area.right - area.left + 1) / columns,
      (area.bottom - area.top + 1) / rows,
    ];
    const fill = area.count / ((area.right - area.left + 1) * (area.bottom - area.top + 1));
    if (box[2] < LEAST_SIDE || box[3] < LEAST_SIDE * 0.8 || fill < 0.5) continue;
    // A shaded band behind a letterhead, or down a margin.
    if (!isPictureShaped(box[2] * grey.width, box[3] * grey.height)) continue;
    if (textShare(box, lines) > 0.25) continue;
    if (shareOf(varied, columns, area) < LEAST_VARIED) continue;
    pictures.push({ kind: 'photo', box, confidence: Math.min(0.95, 0.4 + fill * 0.5), text: null });
  }
  return pictures;
}

function isPictureShaped(width: number, height: number): boolean {
  return Math.max(width, height) < Math.min(width, height) * 3.2;
}

/** Of each cell, 1 or 0: whether it is half-tones, and whether it has more than one. */
function lookAtCells(grey: Raster, columns: number, rows: number) {
  const [halftones, varied] = [new Uint8Array(columns * rows), new Uint8Array(columns * rows)];
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const cell = lookAtCell(grey, column * CELL, row * CELL);
      if (cell.isHalftone) halftones[row * columns + column] = 1;
      if (cell.isVaried) varied[row * columns + column] = 1;
    }
  }
  return { halftones, varied };
}

/** Half-tones: mostly neither paper nor ink; a solid black bar is none. */
function lookAtCell({ width, pixels }: Raster, left: number, top: number) {
  let halftones = 0;
  let low = 255;
  let high = 0;
  for (let y = top; y < top + CELL; y += 2) {
    for (let x = left; x < left + CELL; x += 2) {
      const value = pixels[y * width + x] ?? 255;
      if (value < 215) halftones += 1;
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
  }
  const isHalftone = halftones >= HALFTONE_SHARE * (CELL / 2) ** 2 && high > 45 && low < 205;
  return { isHalftone, isVaried: high - low >= LEAST_SPREAD };
}

/** Share of the cells inside an area's edges that are marked. */
function shareOf(marked: Uint8Array, columns: number, { left, right, top, bottom }: Region): number {
  let count = 0;
  for (let row = top; row <= bottom; row += 1)
    for (let column = left; column <= right; column += 1) count += marked[row * columns + column] ?? 0;
  return count / ((right - left + 1) * (bottom - top + 1));
}

/** Share of the box that confidently read words cover. */
function textShare(
  [left, top, width, height]: readonly [number, number, number, number],
  lines: readonly Line[],
): number {
  let covered = 0;
  for (const line of lines) {
    for (const { box, confidence } of line.words) {
      if (confidence < 0.6) continue;
      const overlapX = Math.min(left + width, box[0] + box[2]) - Math.max(left, box[0]);
      const overlapY = Math.min(top + height, box[1] + box[3]) - Math.max(top, box[1]);
      if (overlapX > 0 && overlapY > 0) covered += overlapX * overlapY;
    }
  }
  return covered / (width * height);
}
