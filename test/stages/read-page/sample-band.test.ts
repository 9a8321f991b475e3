import { describe, expect, it } from 'vitest';
import type { Line } from '#domain/page-reading.ts';
import type { Raster } from '#ports/pages.ts';
import { densestBand, SAMPLE_HEIGHT, wordiestBand } from '#stages/read-page/sample-band.ts';

const [width, height] = [600, 2_000];

/** White paper with a black bar from row 1500 to 1700, as a table's head or a stamp has; each row's first pixel tells its number. */
function pageWithBar(): Raster {
  const pixels = new Uint8Array(width * height).fill(255);
  pixels.fill(0, 1_500 * width, 1_700 * width);
  for (let y = 0; y < height; y += 1) pixels[y * width] = Math.floor(y / 10) % 256;
  return { width, height, channels: 1, pixels };
}

/** Lines of five words each from a row on, one every 40 rows. */
function print(from: number, lines: number): Line[] {
  return Array.from({ length: lines }, (_, at) => {
    const top = (from + at * 40) / height;
    const words = Array.from({ length: 5 }, (__, column) => ({
      text: 'слово',
      box: [0.1 + column * 0.15, top, 0.12, 0.012] as [number, number, number, number],
      confidence: 0.4,
    }));
    return { block: 0, box: [0.1, top, 0.75, 0.012], words };
  });
}

const topOf = (band: Raster): number => (band.pixels[0] ?? 0) * 10;

describe('the band in which models are tried', () => {
  it('lies where a first reading saw most words, in whatever letters, not where most ink is', () => {
    const band = wordiestBand(pageWithBar(), { lines: print(400, 9), confidence: 0.4 });
    expect(band.height).toBe(SAMPLE_HEIGHT);
    expect(topOf(band)).toBeGreaterThan(300);
    expect(topOf(band)).toBeLessThanOrEqual(400);
  });

  it('is the darkest one where the reading saw hardly any words', () => {
    const page = pageWithBar();
    expect(topOf(wordiestBand(page, { lines: print(400, 1), confidence: 0.4 }))).toBe(topOf(densestBand(page)));
    expect(topOf(densestBand(page))).toBeGreaterThanOrEqual(1_280);
  });

  it('is the page itself where that is small', () => {
    const small: Raster = { width: 300, height: 200, channels: 1, pixels: new Uint8Array(60_000) };
    expect(wordiestBand(small, { lines: [], confidence: 0 })).toBe(small);
  });
});
