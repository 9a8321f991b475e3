import type { Ink } from './ink.ts';

/** Largest skew that is looked for, degrees. */
const LARGEST = 10;

/**
 * Skew of the text lines in degrees, clockwise positive: the shear at which the ink falls into the sharpest rows. 0 when the page has too
 * little ink to tell. To 0.1°; `ink` should be small (800 pixels wide is plenty).
 */
export function measureSkew(ink: Ink): number {
  const points = inkPoints(ink);
  if (points.length < 400) return 0;
  let best = 0;
  let bestScore = sharpness(points, ink, 0) * 1.02;
  for (const step of [1, 0.25, 0.1]) {
    const middle = best;
    const reach = step === 1 ? LARGEST : step * 4;
    for (let angle = middle - reach; angle <= middle + reach + 1e-9; angle += step) {
      const score = sharpness(points, ink, angle);
      if (score > bestScore) [best, bestScore] = [angle, score];
    }
  }
  return Math.round(best * 10) / 10;
}

/** How much the rows of ink differ from their neighbours when the page is sheared back by the angle. */
function sharpness(points: Int32Array, { width, height }: Ink, degrees: number): number {
  const slope = Math.tan((degrees * Math.PI) / 180);
  const offset = Math.ceil(Math.abs(slope) * width) + 1;
  const rows = new Int32Array(height + offset * 2);
  for (let index = 0; index < points.length; index += 2) {
    const row = Math.round((points[index + 1] ?? 0) - (points[index] ?? 0) * slope) + offset;
    rows[row] = (rows[row] ?? 0) + 1;
  }
  let score = 0;
  for (let row = 1; row < rows.length; row += 1) score += ((rows[row] ?? 0) - (rows[row - 1] ?? 0)) ** 2;
  return score;
}

/** Lower edges of ink (x, y pairs): baselines are sharper than whole letters. The outer rim is left out: it is the scanner's shadow. */
function inkPoints({ width, height, bits }: Ink): Int32Array {
  const points: number[] = [];
  const [rimX, rimY] = [Math.round(width * 0.04), Math.round(height * 0.03)];
  for (let y = rimY; y < height - 1 - rimY; y += 1) {
    for (let x = rimX; x < width - rimX; x += 1) {
      if (bits[y * width + x] === 1 && bits[(y + 1) * width + x] === 0) points.push(x, y);
    }
  }
  return Int32Array.from(points);
}
