import { describe, expect, it } from 'vitest';
import { componentsOf } from '#pixels/components.ts';
import { findFrame } from '#pixels/find-frame.ts';
import { findPageQuad } from '#pixels/find-page-quad.ts';
import { findRing } from '#pixels/find-ring.ts';
import { flattenLight } from '#pixels/flatten-light.ts';
import { inkOf, inkThreshold } from '#pixels/ink.ts';
import { inkPixelsOf } from '#pixels/ink-pixels.ts';
import { liesOnItsSide } from '#pixels/measure-direction.ts';
import { measureSkew } from '#pixels/measure-skew.ts';
import { rotateRaster, scaleRaster } from '#pixels/resample.ts';
import { straightenQuad } from '#pixels/straighten-quad.ts';
import { turnRaster } from '#pixels/turn-raster.ts';
import type { Raster } from '#ports/pages.ts';

/** A grey page; `ink(x, y)` says where it is dark. */
function page(width: number, height: number, ink: (x: number, y: number) => boolean, paper = 245): Raster {
  const pixels = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1) for (let x = 0; x < width; x += 1) pixels[y * width + x] = ink(x, y) ? 20 : paper;
  return { width, height, channels: 1, pixels };
}

/** Lines of small blocks, as words of print look from afar: 24 pixels a line, no two lines alike. */
function print(x: number, y: number): boolean {
  const line = Math.floor(y / 24);
  const isOnLine = x > 60 && x < 740 && y > 60 && y < 700 && y % 24 < 9;
  const shifted = x + line * 37 + ((line * line * 5) % 23);
  return isOnLine && shifted % 11 < 7 && shifted % 90 > 12;
}

const at = (raster: Raster, x: number, y: number): number => raster.pixels[y * raster.width + x] ?? -1;

describe('quarter turns', () => {
  const corner = page(3, 2, (x, y) => x === 0 && y === 0);
  it('turn clockwise, and four of them give the page back', () => {
    const once = turnRaster(corner, 90);
    expect([once.width, once.height, at(once, 1, 0)]).toEqual([2, 3, 20]);
    expect(at(turnRaster(corner, 180), 2, 1)).toBe(20);
    expect(at(turnRaster(corner, 270), 0, 2)).toBe(20);
    expect(turnRaster(turnRaster(corner, 90), 270)).toEqual(corner);
  });
});

describe('scaling', () => {
  it('keeps the mean brightness, up and down', () => {
    const mean = ({ pixels }: Raster): number => pixels.reduce((sum, value) => sum + value, 0) / pixels.length;
    const before = page(800, 800, print);
    for (const factor of [0.25, 0.6, 1.7])
      expect(Math.abs(mean(scaleRaster(before, factor)) - mean(before))).toBeLessThan(3);
  });
  it('never makes a page of no pixels', () => {
    expect(
      scaleRaster(
        page(3, 3, () => false),
        0.01,
      ),
    ).toMatchObject({ width: 1 });
  });
});

describe('skew', () => {
  it.each([-7, -2.5, 0, 1.2, 6])('of %d° is measured to a quarter of a degree', (degrees) => {
    const skewed = rotateRaster(page(800, 800, print), degrees);
    expect(Math.abs(measureSkew(inkOf(skewed, 128)) - degrees)).toBeLessThanOrEqual(0.25);
  });
  it('of an empty page is 0', () => {
    expect(
      measureSkew(
        inkOf(
          page(400, 400, () => false),
          128,
        ),
      ),
    ).toBe(0);
  });
});

describe('direction', () => {
  it('tells lines that run up and down from lines that run across', () => {
    const upright = page(800, 800, print);
    expect(liesOnItsSide(upright)).toBe(false);
    expect(liesOnItsSide(turnRaster(upright, 90))).toBe(true);
  });
  it('takes an empty page as upright', () => {
    expect(liesOnItsSide(page(300, 300, () => false))).toBe(false);
  });
});

describe('light', () => {
  it('lifts paper out of a shadow and keeps its ink dark', () => {
    const lit = page(400, 300, print);
    const shaded = {
      ...lit,
      pixels: lit.pixels.map((value, index) => Math.round(value * (1 - 0.6 * ((index % 400) / 400)))),
    };
    const flat = flattenLight(shaded);
    expect(at(flat, 390, 10)).toBeGreaterThan(215);
    const inked = [...lit.pixels.keys()].filter((index) => index % 400 > 340 && lit.pixels[index] === 20);
    expect(inked.length).toBeGreaterThan(100);
    for (const index of inked) expect(flat.pixels[index]).toBeLessThan(110);
  });
  it('leaves an evenly lit page alone', () => {
    const even = page(200, 200, print);
    expect(flattenLight(even)).toBe(even);
  });
});

describe('a sheet in a photo', () => {
  const corners = [
    [40, 30],
    [270, 45],
    [260, 360],
    [55, 350],
  ] as const;
  const inside = (x: number, y: number): boolean =>
    corners.every(([ax, ay], index) => {
      const [bx, by] = corners[(index + 1) % 4] ?? [0, 0];
      return (bx - ax) * (y - ay) - (by - ay) * (x - ax) >= 0;
    });
  const photo = page(320, 400, (x, y) => !inside(x, y));

  it('is found by its corners and made a rectangle of paper', () => {
    const quad = findPageQuad(photo);
    expect(quad).not.toBeNull();
    for (const [index, [x, y]] of (quad ?? []).entries()) {
      const [wantedX, wantedY] = corners[index] ?? [0, 0];
      expect(Math.hypot(x * 320 - wantedX, y * 400 - wantedY)).toBeLessThan(6);
    }
    if (quad === null) return;
    const sheet = straightenQuad(photo, quad);
    expect(sheet.pixels.filter((value) => value < 128).length / sheet.pixels.length).toBeLessThan(0.03);
  });
  it('is not seen where the raster is the page itself', () => {
    expect(findPageQuad(page(320, 400, print))).toBeNull();
    expect(findPageQuad(page(320, 400, () => false))).toBeNull();
  });
});

describe('pieces of ink', () => {
  it('are joined over corners and over branches that meet below', () => {
    const u = page(
      30,
      20,
      (x, y) => (x === 5 && y > 2 && y < 15) || (x === 20 && y > 2 && y < 15) || (y === 15 && x >= 5 && x <= 20),
    );
    const [piece, ...others] = componentsOf(inkOf(u, 128));
    expect(others).toHaveLength(0);
    expect(piece).toMatchObject({ left: 5, right: 20, top: 3, bottom: 15 });
  });
  it('that touch at a corner only are one, or two where sides have to touch', () => {
    const corner = inkOf(
      page(10, 10, (x, y) => (x === 4 && y === 4) || (x === 5 && y === 5)),
      128,
    );
    expect(componentsOf(corner)).toHaveLength(1);
    expect(componentsOf(corner, 'sides')).toHaveLength(2);
  });
  it('a ring is found with a stroke across it, and not in a scribble', () => {
    const ring = (x: number, y: number): boolean => Math.abs(Math.hypot(x - 60, y - 60) - 40) < 1.5;
    const stroke = (x: number, y: number): boolean => Math.abs(y - 60 - 30 * Math.sin(x / 9)) < 1.5 && x > 5 && x < 150;
    const find = (ink: (x: number, y: number) => boolean) => {
      const pieces = componentsOf(inkOf(page(160, 120, ink), 128));
      return findRing({ lines: pieces, all: pieces }, { least: 20, most: 60 });
    };
    expect(find((x, y) => ring(x, y) || stroke(x, y))?.coverage).toBeGreaterThan(0.85);
    expect(find(stroke)?.coverage ?? 0).toBeLessThan(0.7);
  });
  it('a frame is found when it stands askew, and two parallel flourishes are none', () => {
    const slope = Math.tan((5 * Math.PI) / 180);
    const frame = (x: number, y: number): boolean => {
      const row = y - x * slope;
      const isIn = x >= 20 && x <= 180 && row >= 20 && row <= 70;
      return isIn && (row <= 22 || row >= 68 || x <= 22 || x >= 178);
    };
    const lines = (x: number, y: number): boolean => x >= 20 && x <= 180 && (y === 20 || y === 60);
    const range = { width: [100, 300], height: [20, 120] } as const;
    const find = (ink: (x: number, y: number) => boolean) =>
      findFrame(inkPixelsOf(componentsOf(inkOf(page(220, 120, ink), 128))), range);
    expect(find(frame)?.coverage).toBeGreaterThan(0.8);
    expect(find(lines)).toBeUndefined();
  });
});

describe('the ink threshold', () => {
  it('lies between ink and paper', () => {
    const threshold = inkThreshold(page(100, 100, print));
    expect(threshold).toBeGreaterThanOrEqual(20);
    expect(threshold).toBeLessThan(245);
  });
});
