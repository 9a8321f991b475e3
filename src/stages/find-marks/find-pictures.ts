import type { Line, PageMark } from '#domain/page-reading.ts';
import type { Raster } from '#ports/pages.ts';

/** Side of the cells that are judged, pixels. */
const CELL = 12;
/** Share of half-tones in a cell of a picture; print is black and white. */
const HALFTONE_SHARE = 0.55;
/** A picture takes at least this share of the page in each direction (an identity photo on A4). */
const LEAST_SIDE = 0.09;

/** Photographs on the page: connected areas of half-tones without text. */
export function findPictures(grey: Raster, lines: readonly Line[]): PageMark[] {
  const columns = Math.floor(grey.width / CELL);
  const rows = Math.floor(grey.height / CELL);
  const cells = halftoneCells(grey, columns, rows);
  const seen = new Uint8Array(cells.length);
  const pictures: PageMark[] = [];
  for (let start = 0; start < cells.length; start += 1) {
    if (cells[start] !== 1 || seen[start] === 1) continue;
    const area = grow(cells, seen, start, { columns, rows });
    const box: [number, number, number, number] = [
      area.left / columns,
      area.top / rows,
      (area.right - area.left + 1) / columns,
      (area.bottom - area.top + 1) / rows,
    ];
    const fill = area.count / ((area.right - area.left + 1) * (area.bottom - area.top + 1));
    if (box[2] < LEAST_SIDE || box[3] < LEAST_SIDE * 0.8 || fill < 0.5) continue;
    if (textShare(box, lines) > 0.25) continue;
    pictures.push({ kind: 'photo', box, confidence: Math.min(0.95, 0.4 + fill * 0.5), text: null });
  }
  return pictures;
}

function halftoneCells({ width, pixels }: Raster, columns: number, rows: number): Uint8Array {
  const cells = new Uint8Array(columns * rows);
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      let halftones = 0;
      let low = 255;
      let high = 0;
      for (let y = row * CELL; y < (row + 1) * CELL; y += 2) {
        for (let x = column * CELL; x < (column + 1) * CELL; x += 2) {
          const value = pixels[y * width + x] ?? 255;
          if (value < 215) halftones += 1;
          low = Math.min(low, value);
          high = Math.max(high, value);
        }
      }
      // A solid black bar is no picture, nor is even grey paper.
      if (halftones >= HALFTONE_SHARE * (CELL / 2) ** 2 && high > 45 && low < 205) cells[row * columns + column] = 1;
    }
  }
  return cells;
}

function grow(
  cells: Uint8Array,
  seen: Uint8Array,
  start: number,
  { columns, rows }: { columns: number; rows: number },
) {
  const area = { left: columns, top: rows, right: 0, bottom: 0, count: 0 };
  const stack = [start];
  seen[start] = 1;
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    const [x, y] = [at % columns, Math.floor(at / columns)];
    area.left = Math.min(area.left, x);
    area.right = Math.max(area.right, x);
    area.top = Math.min(area.top, y);
    area.bottom = Math.max(area.bottom, y);
    area.count += 1;
    for (const next of [x > 0 ? at - 1 : -1, x < columns - 1 ? at + 1 : -1, at - columns, at + columns]) {
      if (next < 0 || next >= cells.length || cells[next] !== 1 || seen[next] === 1) continue;
      seen[next] = 1;
      stack.push(next);
    }
  }
  return area;
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
