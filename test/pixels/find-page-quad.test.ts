import { describe, expect, it } from 'vitest';
import { findPageQuad } from '#pixels/find-page-quad.ts';
import type { Raster } from '#ports/pages.ts';

const [WIDTH, HEIGHT] = [400, 560];

/** A picture whose grey at each place (fractions of the picture) is given. */
function picture(greyAt: (x: number, y: number) => number): Raster {
  const pixels = new Uint8Array(WIDTH * HEIGHT);
  for (let y = 0; y < HEIGHT; y += 1)
    for (let x = 0; x < WIDTH; x += 1) pixels[y * WIDTH + x] = greyAt(x / WIDTH, y / HEIGHT);
  return { width: WIDTH, height: HEIGHT, channels: 1, pixels };
}

const isOnSheet = (x: number, y: number): boolean => x > 0.08 && x < 0.92 && y > 0.08 && y < 0.92;

describe('the sheet in a photo', () => {
  it('is found on a darker table', () => {
    const quad = findPageQuad(picture((x, y) => (isOnSheet(x, y) ? 225 : 60)));
    expect(quad?.[0]?.[0]).toBeCloseTo(0.08, 1);
    expect(quad?.[2]?.[0]).toBeCloseTo(0.92, 1);
  });

  it('is the whole sheet, not the part of it that lies in the light', () => {
    const light = (x: number): number => (x < 0.5 ? 230 : 118);
    const quad = findPageQuad(picture((x, y) => (isOnSheet(x, y) ? light(x) : 45)));
    expect(quad?.[1]?.[0]).toBeGreaterThan(0.88);
    expect(quad?.[2]?.[0]).toBeGreaterThan(0.88);
  });

  it('is none where the picture is the page: a scan', () => {
    expect(findPageQuad(picture((x) => (x > 0.98 ? 190 : 245)))).toBeNull();
  });
});
