import { describe, expect, it } from 'vitest';
import { hasCoveredCorner } from '#pixels/find-covered-corners.ts';
import type { Quad } from '#pixels/find-page-quad.ts';

type Colour = readonly [number, number, number];
const SHEET: Quad = [
  [0.1, 0.1],
  [0.9, 0.1],
  [0.9, 0.9],
  [0.1, 0.9],
];

/** A photo of a sheet on a dark table, with a patch of a colour over its lower right corner. */
function photo(paper: Colour, patch?: Colour) {
  const [width, height] = [600, 800];
  const pixels = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const isSheet = x > 60 && x < 540 && y > 80 && y < 720;
      const isPatch = patch !== undefined && (x - 540) ** 2 + (y - 720) ** 2 < 70 ** 2;
      const ground: Colour = isSheet ? paper : [40, 35, 30];
      pixels.set(isPatch ? patch : ground, (y * width + x) * 3);
    }
  }
  return { width, height, channels: 3, pixels } as const;
}

describe('a finger over a corner', () => {
  it.each([
    ['light', [224, 172, 138]],
    ['brown', [141, 85, 56]],
    ['dark', [92, 56, 40]],
  ] satisfies [string, Colour][])('of %s skin is seen', (_tone, skin) => {
    expect(hasCoveredCorner(photo([235, 233, 228], skin), SHEET)).toBe(true);
  });

  it.each([
    ['nothing', undefined],
    ['a shadow', [120, 118, 116]],
    ['a red stamp', [200, 30, 40]],
    ['a blue stamp', [40, 60, 180]],
  ] satisfies [string, Colour | undefined][])('is not %s', (_what, patch) => {
    expect(hasCoveredCorner(photo([235, 233, 228], patch), SHEET)).toBe(false);
  });

  it('is not yellowed paper, nor looked for in a scan', () => {
    expect(hasCoveredCorner(photo([238, 226, 196]), SHEET)).toBe(false);
    expect(hasCoveredCorner(photo([235, 233, 228], [224, 172, 138]), null)).toBe(false);
  });
});
