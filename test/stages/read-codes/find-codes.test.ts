import { beforeAll, describe, expect, it } from 'vitest';
import { scanCodes } from '#adapters/codes/scan-codes.ts';
import type { PageGeometry } from '#domain/page-reading.ts';
import { findCodeAreas } from '#pixels/find-code-areas.ts';
import type { CodeReader } from '#ports/code-reader.ts';
import { findCodes } from '#stages/read-codes/find-codes.ts';
import { type CodePage, pageWithCode } from '../../support/code-pages.ts';

const TAX_NOTICE = `DC04FR0000011985FFFF0401FR452025442693123456789431,5\x1d46DIALLO IBRAHIM\x1d4110116\x1f${'A'.repeat(103)}`;
const AS_IT_IS: PageGeometry = { turned: 0, skewDegrees: 0, quad: null };
const asked: number[] = [];
const reader: CodeReader = {
  fingerprint: 'test',
  readCodes: (image) => {
    asked.push(image.width * image.height);
    return scanCodes(image);
  },
};

async function read(text: string, made: CodePage, geometry = AS_IT_IS) {
  return findCodes(await pageWithCode(text, made), geometry, reader);
}

beforeAll(async () => {
  // The first code loads the program.
  await read('warm', {});
});

describe('codes on a page', () => {
  it.each([300, 200, 150])('are read at %i dots an inch, separators and all', async (dpi) => {
    const [code] = await read(TAX_NOTICE, { dpi });
    expect(code).toMatchObject({ symbology: 'data-matrix', text: TAX_NOTICE });
  });

  it('are read on a page that was scanned upside down, and placed where they stand upright', async () => {
    const [code] = await read(TAX_NOTICE, { dpi: 150, turned: 180, left: 20, top: 30 }, { ...AS_IT_IS, turned: 180 });
    expect(code?.text).toBe(TAX_NOTICE);
    const [x = 0, y = 0, width = 0] = code?.box ?? [];
    // 20 mm and the quiet zone from the left, 30 mm from the top of A4.
    expect(Math.abs(x - 21 / 210)).toBeLessThan(0.01);
    expect(Math.abs(y - 31 / 297)).toBeLessThan(0.01);
    expect(width).toBeGreaterThan(0.06);
  });

  it.each([90, 12])('are read when the page is turned by %i degrees', async (turned) => {
    expect((await read(TAX_NOTICE, { dpi: 150, turned }))[0]?.text).toBe(TAX_NOTICE);
  });

  it('are read from a faint, strongly compressed scan', async () => {
    expect((await read(TAX_NOTICE, { dpi: 150, blur: 1, jpegQuality: 35, module: 0.5 }))[0]?.text).toBe(TAX_NOTICE);
  });

  it.each(['QRCode', 'Aztec'] as const)('are %s codes too', async (format) => {
    const [code] = await read('https://exemple.fr/verifier/ABCD-1234', { format, module: 0.6 });
    expect(code?.text).toBe('https://exemple.fr/verifier/ABCD-1234');
  });

  it('cost a decoding only where a page looks like it: text is never handed to the reader', async () => {
    const page = await pageWithCode('x', { module: 0.01 });
    asked.length = 0;
    expect(await findCodes(page, AS_IT_IS, reader)).toEqual([]);
    expect(asked).toEqual([]);
    expect(findCodeAreas(page)).toEqual([]);
  });
});
