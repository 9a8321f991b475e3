import type { Raster } from '#ports/pages.ts';

/** A raster as ink (1) and paper (0). */
export interface Ink {
  readonly width: number;
  readonly height: number;
  readonly bits: Uint8Array;
}

/** Brightness that best parts dark from light (Otsu): the threshold with the largest variance between the two sides. */
export function inkThreshold({ pixels }: Raster): number {
  const histogram = new Float64Array(256);
  for (const value of pixels) histogram[value] = (histogram[value] ?? 0) + 1;
  let total = 0;
  for (let value = 0; value < 256; value += 1) total += value * (histogram[value] ?? 0);
  let below = 0;
  let sum = 0;
  let best = 128;
  let bestVariance = 0;
  for (let value = 0; value < 256; value += 1) {
    below += histogram[value] ?? 0;
    if (below === 0 || below === pixels.length) continue;
    sum += value * (histogram[value] ?? 0);
    const [darkMean, lightMean] = [sum / below, (total - sum) / (pixels.length - below)];
    const variance = below * (pixels.length - below) * (lightMean - darkMean) ** 2;
    if (variance > bestVariance) [best, bestVariance] = [value, variance];
  }
  return best;
}

/** Dark pixels of a grey raster. */
export function inkOf(raster: Raster, threshold: number): Ink {
  const bits = new Uint8Array(raster.pixels.length);
  for (let index = 0; index < bits.length; index += 1) bits[index] = (raster.pixels[index] ?? 255) <= threshold ? 1 : 0;
  return { width: raster.width, height: raster.height, bits };
}
