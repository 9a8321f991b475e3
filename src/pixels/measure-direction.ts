import type { Ink } from './ink.ts';

/** The page lies on its side when its columns are so much sharper than its rows. */
const SIDEWAYS_RATIO = 1.25;

/** Whether the text lines run up and down: then the page has to be turned by a quarter, one way or the other. */
export function liesOnItsSide(ink: Ink): boolean {
  const { width, height, bits } = ink;
  const rows = new Float64Array(height);
  const columns = new Float64Array(width);
  const [rimX, rimY] = [Math.round(width * 0.04), Math.round(height * 0.04)];
  let count = 0;
  for (let y = rimY; y < height - rimY; y += 1) {
    for (let x = rimX; x < width - rimX; x += 1) {
      if (bits[y * width + x] !== 1) continue;
      rows[y] = (rows[y] ?? 0) + 1;
      columns[x] = (columns[x] ?? 0) + 1;
      count += 1;
    }
  }
  if (count < 500) return false;
  return roughness(columns, height) > roughness(rows, width) * SIDEWAYS_RATIO;
}

/** How much a profile jumps from one line to the next, relative to what could stand in a line. */
function roughness(profile: Float64Array, length: number): number {
  let sum = 0;
  for (let index = 2; index < profile.length; index += 1)
    sum += ((profile[index] ?? 0) - (profile[index - 2] ?? 0)) ** 2;
  return sum / length;
}
