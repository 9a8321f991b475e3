import { describe, expect, it } from 'vitest';
import { seededRandom } from '#learning/seeded-random.ts';
import type { Raster } from '#ports/pages.ts';
import { findPictures } from '#stages/find-marks/find-pictures.ts';
import { halftoneShare, wholePagePicture } from '#stages/find-marks/whole-page-picture.ts';
import { pageFromText } from '../../support/pages-from-text.ts';

const SIDE = 300;

/** A grey page by the value at each place. */
function page(valueAt: (x: number, y: number) => number): Raster {
  const pixels = Uint8Array.from({ length: SIDE * SIDE }, (_, at) => valueAt(at % SIDE, Math.floor(at / SIDE)));
  return { width: SIDE, height: SIDE, channels: 1, pixels };
}

const random = seededRandom(3);
const landscape = page((x, y) => 245 - (y > 150 ? 120 : 20) + 40 * Math.sin(x / 20) + 20 * random());
const logo = page((x, y) => (Math.hypot(x - 150, y - 150) < 60 ? 30 : 245));
const print = page((x, y) => (y % 20 < 8 && x % 9 < 5 ? 30 : 245));
const oneColour = page(() => 170);

const unread: Parameters<typeof wholePagePicture>[1] = {
  lines: [],
  quality: { sharpness: 0.2, contrast: 0.7, problems: [] },
  source: 'none',
};

describe('a page without text', () => {
  it('is a photograph where much of it is neither ink nor paper', () => {
    expect(wholePagePicture(landscape, unread)).toMatchObject([{ kind: 'photo', box: [0, 0, 1, 1] }]);
  });

  it.each([
    ['a logo', logo],
    ['print that could not be read', print],
    ['a page of one colour', oneColour],
  ])('is none where it is %s', (_what, grey) => {
    expect(halftoneShare(grey)).toBeLessThan(0.01);
    expect(wholePagePicture(grey, unread)).toEqual([]);
  });

  it('is none where it is blurred: it may be print', () => {
    const quality = { sharpness: 0.2, contrast: 0.7, problems: ['blurred'] };
    expect(wholePagePicture(landscape, { ...unread, quality })).toEqual([]);
  });

  it('is none where it was read, whatever lies behind its lines', () => {
    const { lines } = pageFromText(Array.from({ length: 6 }, () => 'Attestation de présence').join('\n'));
    expect(wholePagePicture(landscape, { ...unread, lines })).toEqual([]);
    expect(wholePagePicture(landscape, { ...unread, lines: lines.slice(0, 2) })).toHaveLength(1);
    expect(wholePagePicture(landscape, { ...unread, source: 'text-layer' })).toEqual([]);
  });
});

describe('pictures on a page', () => {
  it('are areas of half-tones, and no even grey panels', () => {
    const within = (x: number, y: number) => x >= 96 && x < 216 && y >= 96 && y < 216;
    const photo = page((x, y) => (within(x, y) ? 90 + ((x * 7 + y * 13) % 60) : 245));
    expect(findPictures(photo, [])).toMatchObject([{ kind: 'photo', box: [0.32, 0.32, 0.4, 0.4] }]);
    const panel = page((x, y) => (within(x, y) ? 120 : 245));
    expect(findPictures(panel, [])).toEqual([]);
  });
});
