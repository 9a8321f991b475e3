import type { Raster } from '#ports/pages.ts';

/** A raster as ink (1) and paper (0). */
export interface Ink {
  readonly width: number;
  readonly height: number;
  readonly bits: Uint8Array;
}

/** Brightness that best parts dark from light (Otsu): the threshold with the largest variance between the two sides. */
export function inkThreshold(raster: Raster): number {
  const { histogram, count } = sampleHistogram(raster);
  let total = 0;
  for (let value = 0; value < 256; value += 1) total += value * (histogram[value] ?? 0);
  let below = 0;
  let sum = 0;
  let best = 128;
  let bestVariance = 0;
  for (let value = 0; value < 256; value += 1) {
    below += histogram[value] ?? 0;
    if (below === 0 || below === count) continue;
    sum += value * (histogram[value] ?? 0);
    const [darkMean, lightMean] = [sum / below, (total - sum) / (count - below)];
    const variance = below * (count - below) * (lightMean - darkMean) ** 2;
    if (variance > bestVariance) [best, bestVariance] = [value, variance];
  }
  return best;
}

/** Pixels that tell a threshold as exactly as all of them. */
const SAMPLE = 200_000;

/** Counts of each brightness over whole rows, evenly spread. */
function sampleHistogram({ width, height, pixels }: Raster): { histogram: Uint32Array; count: number } {
  const histogram = new Uint32Array(256);
  const step = Math.max(1, Math.floor((width * height) / SAMPLE));
  let count = 0;
  for (let y = step >> 1; y < height; y += step) {
    countValues(pixels.subarray(y * width, (y + 1) * width), histogram);
    count += width;
  }
  return { histogram, count };
}

function countValues(row: Uint8Array, histogram: Uint32Array): void {
  for (let at = 0; at < row.length; at += 1) {
    const value = row[at] ?? 0;
    histogram[value] = (histogram[value] ?? 0) + 1;
  }
}

/** Dark pixels of a grey raster. */
export function inkOf(raster: Raster, threshold: number): Ink {
  const { width, height, pixels } = raster;
  const bits = new Uint8Array(pixels.length);
  for (let index = 0; index < bits.length; index += 1) bits[index] = (pixels[index] ?? 255) <= threshold ? 1 : 0;
  return { width, height, bits };
}

/** Share of the raster that is ink, 0..1. */
export function inkShareOf({ bits }: Ink): number {
  let count = 0;
  for (let at = 0; at < bits.length; at += 1) count += bits[at] ?? 0;
  return count / bits.length;
}
