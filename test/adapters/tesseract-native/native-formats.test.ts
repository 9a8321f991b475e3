import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { findTesseract } from '#adapters/tesseract-native/find-tesseract.ts';
import { parseOrientation } from '#adapters/tesseract-native/parse-orientation.ts';
import { splitPages } from '#adapters/tesseract-native/split-pages.ts';
import { toTiff } from '#adapters/tesseract-native/to-tiff.ts';

const page = (width: number, height: number, shade: number) =>
  ({ width, height, channels: 1, pixels: new Uint8Array(width * height).map((_, at) => (shade + at) % 256) }) as const;

describe('what is handed to the native engine', () => {
  it('is one TIFF that other programs read too, page by page, pixel for pixel, also of odd sizes', async () => {
    const pages = [page(3, 5, 7), page(4, 2, 100), page(1, 1, 9)];
    const tiff = toTiff(pages);
    expect((await sharp(tiff).metadata()).pages).toBe(3);
    for (const [index, { width, height, pixels }] of pages.entries()) {
      const { data, info } = await sharp(tiff, { page: index }).raw().toBuffer({ resolveWithObject: true });
      expect([info.width, info.height]).toEqual([width, height]);
      expect([...data].filter((_, at) => at % info.channels === 0)).toEqual([...pixels]);
    }
  });
});

describe('what the native engine prints', () => {
  it('is told apart by page; a page without words is empty', () => {
    const tsv = 'level\tpage_num\ttext\n5\t1\tun\n5\t3\ttrois\n5\t3\tencore\n';
    expect(splitPages(tsv, 3)).toEqual(['5\t1\tun', '', '5\t3\ttrois\n5\t3\tencore']);
  });

  it('gives script and turn, or null when it could not tell', () => {
    const printed =
      'Page number: 0\nOrientation in degrees: 180\nRotate: 180\nOrientation confidence: 7.52\nScript: Cyrillic\nScript confidence: 2.5\n';
    expect(parseOrientation(printed)).toEqual({
      turn: 180,
      turnConfidence: 7.52,
      script: 'Cyrl',
      scriptConfidence: 2.5,
    });
    expect(parseOrientation('Too few characters. Skipping this page')).toBeNull();
  });
});

describe('the binary', () => {
  it('is not found where there is none', async () => {
    expect(await findTesseract('/nonexistent:')).toBeUndefined();
  });
});
