import { readFile } from 'node:fs/promises';
import { PDFDocument, rgb } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import { afterAll, describe, expect, it } from 'vitest';
import { createPagePictures } from '#adapters/page-pictures/create-page-pictures.ts';
import { printedPdf, scannedPage } from '../../support/dossier-originals.ts';

const pictures = createPagePictures();
afterAll(() => pictures.close());

const wanted = (sha256: string, mediaType: string, page = 1) => ({
  ...{ sha256, mediaType, page, geometry: null, width: 240 },
});
const never = (): Promise<Uint8Array> => Promise.reject(new Error('asked for'));

describe('pictures of pages', () => {
  it('are asked for their file once, while it is open', async () => {
    const pdf = await printedPdf(['one', 'two']);
    const first = await pictures.picture(wanted('a', 'application/pdf'), () => Promise.resolve(pdf));
    const second = await pictures.picture(wanted('a', 'application/pdf', 2), never);
    expect([first?.mediaType, second?.mediaType]).toEqual(['image/webp', 'image/webp']);
  });

  it('stand as reading found the page to stand', async () => {
    const photo = await scannedPage({ width: 800, height: 500 });
    const geometry = { turned: 90, skewDegrees: 0, quad: null } as const;
    const turned = await pictures.picture({ ...wanted('b', 'image/jpeg'), geometry }, () => Promise.resolve(photo));
    const { width = 0, height = 0 } = await sharp(turned?.bytes).metadata();
    expect(width).toBeLessThan(height);
  });

  it('have the colours of the paper', async () => {
    const document = await PDFDocument.create();
    const red = { x: 0, y: 0, width: 200, height: 200, color: rgb(1, 0, 0) };
    document.addPage([200, 200]).drawRectangle(red);
    const bytes = await document.save();
    const drawn = await pictures.picture(wanted('e', 'application/pdf'), () => Promise.resolve(bytes));
    const { channels } = await sharp(drawn?.bytes).stats();
    expect(channels.map(({ mean }) => Math.round(mean / 255))).toEqual([1, 0, 0]);
  });

  it('are none of a text, and say why a file can’t be opened; the others are drawn all the same', async () => {
    const text = new TextEncoder().encode('Bonjour');
    expect(await pictures.picture(wanted('c', 'text/plain'), () => Promise.resolve(text))).toBeNull();
    const damaged = new Uint8Array(await readFile('fixtures/bad-input/encrypted.pdf'));
    const failing = pictures.picture(wanted('d', 'application/pdf'), () => Promise.resolve(damaged));
    await expect(failing).rejects.toMatchObject({ code: 'encrypted-pdf' });
    const next = await printedPdf(['next']);
    expect(await pictures.picture(wanted('f', 'application/pdf'), () => Promise.resolve(next))).not.toBeNull();
  });
});
