import type { Raster } from '#ports/pages.ts';

/** Side of the cells in which the paper's own brightness is measured, in pixels. */
const CELL = 24;
/** The paper is the brightest tenth of a cell; ink is dark. */
const PAPER_SHARE = 0.9;
/** Below this spread of paper brightness the light is even and nothing is done. */
const EVEN_SPREAD = 22;
/** A darker "paper" than this is a photo or a black border, not paper in the shade. */
const DARKEST_PAPER = 40;

/**
 * A grey raster with uneven light and shadow taken out: each pixel is divided by the brightness of the paper around it, so that paper is
 * white and ink keeps its contrast. Returned as it is when the light is even.
 */
export function flattenLight(raster: Raster): Raster {
  const { width, height, pixels } = raster;
  const columns = Math.ceil(width / CELL);
  const rows = Math.ceil(height / CELL);
  const paper = smoothed(paperBrightness(raster, columns, rows), columns, rows);
  const sorted = Float32Array.from(paper).sort();
  const [low = 255, high = 255] = [sorted[Math.floor(sorted.length * 0.05)], sorted[Math.floor(sorted.length * 0.95)]];
  if (high - low < EVEN_SPREAD && high > 200) return raster;
  const flat = new Uint8Array(pixels.length);
  for (let y = 0; y < height; y += 1) {
    const gridY = Math.min(Math.max(y / CELL - 0.5, 0), rows - 1);
    const row = Math.min(Math.floor(gridY), Math.max(rows - 2, 0));
    const fy = gridY - row;
    for (let x = 0; x < width; x += 1) {
      const gridX = Math.min(Math.max(x / CELL - 0.5, 0), columns - 1);
      const column = Math.min(Math.floor(gridX), Math.max(columns - 2, 0));
      const fx = gridX - column;
      const at = row * columns + column;
      const a = paper[at] ?? 255;
      const b = paper[at + 1] ?? a;
      const c = paper[at + columns] ?? a;
      const d = paper[at + columns + 1] ?? b;
      const light = (a * (1 - fx) + b * fx) * (1 - fy) + (c * (1 - fx) + d * fx) * fy;
      flat[y * width + x] = Math.min(255, ((pixels[y * width + x] ?? 0) * 245) / Math.max(light, DARKEST_PAPER));
    }
  }
  return { width, height, channels: 1, pixels: flat };
}

function paperBrightness(raster: Raster, columns: number, rows: number): Float32Array {
  const paper = new Float32Array(columns * rows);
  const histogram = new Uint32Array(256);
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      histogram.fill(0);
      const count = countCell(raster, column * CELL, row * CELL, histogram);
      paper[row * columns + column] = quantileOf(histogram, count, count * PAPER_SHARE);
    }
  }
  return paper;
}

function countCell({ width, height, pixels }: Raster, left: number, top: number, histogram: Uint32Array): number {
  let count = 0;
  for (let y = top; y < Math.min(height, top + CELL); y += 3) {
    for (let x = left; x < Math.min(width, left + CELL); x += 3) {
      const value = pixels[y * width + x] ?? 0;
      histogram[value] = (histogram[value] ?? 0) + 1;
      count += 1;
    }
  }
  return count;
}

/** The least value that `rank` of the `count` pixels do not exceed; counted from above, since most cells are bright paper. */
function quantileOf(histogram: Uint32Array, count: number, rank: number): number {
  let upTo = count;
  for (let value = 255; value > 0; value -= 1) {
    upTo -= histogram[value] ?? 0;
    if (upTo < rank) return value;
  }
  return 0;
}

/** A cell full of ink takes the paper of its brighter neighbours; then a small blur. */
function smoothed(paper: Float32Array, columns: number, rows: number): Float32Array {
  return neighbourhood(neighbourhood(paper, columns, rows, brightest), columns, rows, mean);
}

/** Nine cells, the middle one in the middle. */
type Cells = Float64Array;

function brightest(cells: Cells): number {
  let most = cells[4] ?? 0;
  for (let at = 0; at < cells.length; at += 1) most = Math.max(most, (cells[at] ?? 0) * 0.97);
  return most;
}

function mean(cells: Cells): number {
  let sum = 0;
  for (let at = 0; at < cells.length; at += 1) sum += cells[at] ?? 0;
  return sum / cells.length;
}

/** Each cell as `combine` makes it of itself and its eight neighbours; at the rim the nearest cells stand in for those outside. */
function neighbourhood(
  grid: Float32Array,
  columns: number,
  rows: number,
  combine: (cells: Cells) => number,
): Float32Array {
  const out = new Float32Array(grid.length);
  const cells = new Float64Array(9);
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      for (let at = 0; at < 9; at += 1) {
        const y = Math.min(Math.max(row + ((at / 3) | 0) - 1, 0), rows - 1);
        const x = Math.min(Math.max(column + (at % 3) - 1, 0), columns - 1);
        cells[at] = grid[y * columns + x] ?? 255;
      }
      out[row * columns + column] = combine(cells);
    }
  }
  return out;
}
