import { type Component, componentsOf } from './components.ts';
import type { Ink } from './ink.ts';

/** Joined letters of a word, as a share of the page width; what is longer is no letter. */
const LARGEST_LETTER = 0.09;
/** Largest skew that is looked for, degrees. */
const LARGEST = 10;

/**
 * Skew of the text lines in degrees, clockwise positive: the shear at which the ink falls into the sharpest rows. 0 when the page has too
 * little ink to tell. To 0.1°; `ink` should be small (800 pixels wide is plenty).
 */
export function measureSkew(ink: Ink): number {
  const points = inkPoints(ink);
  if (points.length < 200) return 0;
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

/**
 * Feet of letters (x, y pairs): baselines are sharper than whole letters. Left out: ink longer or higher than letters are
 * (frames of stamps and rules stand askew by themselves), and the outer rim, which is the scanner's shadow.
 */
function inkPoints(ink: Ink): Int32Array {
  const points: number[] = [];
  for (const piece of componentsOf(ink)) {
    if (isLetter(piece, ink)) addFoot(piece, points);
  }
  return Int32Array.from(points);
}

function isLetter(piece: Component, { width, height }: Ink): boolean {
  const [rimX, rimY] = [Math.round(width * 0.04), Math.round(height * 0.03)];
  const isInside =
    piece.left >= rimX && piece.right <= width - rimX && piece.top >= rimY && piece.bottom <= height - rimY;
  return (
    isInside && piece.right - piece.left <= width * LARGEST_LETTER && piece.bottom - piece.top <= width * LARGEST_LETTER
  );
}

/** The last two rows of a piece. */
function addFoot({ runs, bottom }: Component, points: number[]): void {
  for (let at = 0; at < runs.length; at += 3) {
    const y = runs[at] ?? 0;
    if (y < bottom - 1) continue;
    for (let x = runs[at + 1] ?? 0; x <= (runs[at + 2] ?? 0); x += 1) points.push(x, y);
  }
}
