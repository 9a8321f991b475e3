import type { Component } from './components.ts';

/** The inked pixels of some pieces: where they are, and a bitmap to ask about a place. */
export interface InkPixels {
  readonly xs: Int32Array;
  readonly ys: Int32Array;
  /** Whether there is ink at most `reach` pixels away, up and down and to the sides. */
  readonly isNear: (x: number, y: number, reach: number) => boolean;
}

/** Lays pieces out pixel by pixel. */
export function inkPixelsOf(pieces: readonly Component[]): InkPixels {
  const count = pieces.reduce((sum, { area }) => sum + area, 0);
  const [left, top] = [Math.min(...pieces.map((one) => one.left)), Math.min(...pieces.map((one) => one.top))];
  const width = Math.max(...pieces.map((one) => one.right)) - left + 1;
  const height = Math.max(...pieces.map((one) => one.bottom)) - top + 1;
  const bits = new Uint8Array(count === 0 ? 0 : width * height);
  const [xs, ys] = [new Int32Array(count), new Int32Array(count)];
  let index = 0;
  for (const { runs } of pieces) {
    for (let at = 0; at < runs.length; at += 3) {
      const y = runs[at] ?? 0;
      for (let x = runs[at + 1] ?? 0; x <= (runs[at + 2] ?? 0); x += 1, index += 1) {
        [xs[index], ys[index]] = [x, y];
        bits[(y - top) * width + x - left] = 1;
      }
    }
  }
  const isNear = (x: number, y: number, reach: number): boolean => {
    const [fromX, toX] = [Math.max(0, Math.round(x) - left - reach), Math.min(width - 1, Math.round(x) - left + reach)];
    const toY = Math.min(height - 1, Math.round(y) - top + reach);
    for (let row = Math.max(0, Math.round(y) - top - reach); row <= toY; row += 1)
      for (let column = fromX; column <= toX; column += 1) if (bits[row * width + column] === 1) return true;
    return false;
  };
  return { xs, ys, isNear };
}
