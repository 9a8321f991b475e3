import { describe, expect, it } from 'vitest';
import { rotateRaster } from '#pixels/resample.ts';
import { turnByShears } from '#pixels/turn-by-shears.ts';

/** A grey raster with a dark line that falls by `slope` pixels a column through its middle. */
function lineOf(width: number, height: number, slope: number) {
  const pixels = new Uint8Array(width * height).fill(255);
  for (let x = 0; x < width; x += 1) {
    const y = Math.round(height / 2 + slope * (x - width / 2));
    if (y >= 0 && y < height) pixels[y * width + x] = 0;
  }
  return { width, height, channels: 1, pixels } as const;
}

function darkRows({ width, height, pixels }: { width: number; height: number; pixels: Uint8Array }): number[] {
  return Array.from({ length: width }, (_, x) =>
    Array.from({ length: height }, (_, y) => y).filter((y) => (pixels[y * width + x] ?? 255) < 150),
  ).flat();
}

describe('a small turn by shears', () => {
  it('levels a line that is askew, to a pixel', () => {
    const rows = darkRows(turnByShears(lineOf(400, 200, Math.tan((0.9 * Math.PI) / 180)), -0.9));
    expect(rows.length).toBeGreaterThan(300);
    expect(Math.max(...rows) - Math.min(...rows)).toBeLessThanOrEqual(1);
  });

  it('goes the way that interpolation goes, which takes over where steps would show', () => {
    for (const degrees of [0.9, 1.1]) {
      const askew = lineOf(400, 200, Math.tan((degrees * Math.PI) / 180));
      const spread = (turned: number): number => {
        const rows = darkRows(rotateRaster(askew, turned));
        return Math.max(...rows) - Math.min(...rows);
      };
      expect(spread(-degrees)).toBeLessThan(4);
      expect(spread(degrees)).toBeGreaterThan(10);
    }
  });

  it('keeps the size, and fills from the nearest edge, never with a false border', () => {
    const grey = { width: 50, height: 300, channels: 1, pixels: new Uint8Array(15_000).fill(180) } as const;
    for (const degrees of [-1, -0.7, 0.1, 1]) {
      const turned = turnByShears(grey, degrees);
      expect([turned.width, turned.height]).toEqual([50, 300]);
      expect(turned.pixels.every((value) => value === 180)).toBe(true);
    }
  });

  it('of nothing changes nothing', () => {
    const page = lineOf(30, 20, 0.3);
    expect(turnByShears(page, 0).pixels).toEqual(page.pixels);
  });
});
