import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFileAccess, type FileAccess } from '#adapters/files/create-file-opener.ts';
import { createFileSource } from '#adapters/files/create-file-source.ts';
import { decodeText } from '#adapters/files/sniff-media-type.ts';
import { LiasseFailure } from '#domain/failure.ts';
import { DEFAULT_LIMITS, type Limits } from '#domain/limits.ts';
import type { OpenedFile } from '#ports/file-opener.ts';
import type { Raster } from '#ports/pages.ts';
import { lineText } from '#text/line-text.ts';
import { bmpOf } from '../../support/bmp.ts';
import { tiffOf } from '../../support/tiff.ts';

const never = new AbortController().signal;
let access: FileAccess;
let root: string;
beforeAll(async () => {
  access = createFileAccess({ limits: DEFAULT_LIMITS, passwords: [] });
  root = await mkdtemp(join(tmpdir(), 'liasse-formats-'));
});
afterAll(async () => {
  await access.stop();
  await rm(root, { recursive: true, force: true });
});

let lastSha = 0;
function open(bytes: Uint8Array, mediaType: string): Promise<OpenedFile> {
  lastSha += 1;
  const sha256 = `rare-${lastSha}`;
  return access.open(
    { name: 'x', sha256, mediaType, sizeBytes: bytes.length, bytes: () => Promise.resolve(bytes) },
    never,
  );
}
async function pixels(bytes: Uint8Array, mediaType: string, page = 1): Promise<Raster> {
  const raster = await (await open(bytes, mediaType)).page(page).raster({ maxPixels: 4e6, signal: never });
  if (raster === null) throw new Error('no pixels');
  return raster;
}
const brightness = ({ width, channels, pixels: values }: Raster, x: number, y: number): number =>
  values[(y * width + x) * channels] ?? -1;
const failure = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'no failure',
    (error) => (error instanceof LiasseFailure ? error.code : String(error)),
  );
async function outcomes(name: string, bytes: Uint8Array, limits: Limits = DEFAULT_LIMITS): Promise<string[]> {
  const path = join(root, name);
  await writeFile(path, bytes);
  const parts = await Array.fromAsync(createFileSource(limits, access).parts([path], never));
  return parts.map((part) => `${part.name}: ${'failure' in part ? part.failure : part.mediaType}`);
}

/** A page 60 × 90 with a dark square at its top left. */
const marked = () =>
  sharp({ create: { width: 60, height: 90, channels: 3, background: '#fff' } }).composite([
    { input: { create: { width: 20, height: 20, channels: 3, background: '#000' } }, left: 0, top: 0 },
  ]);
function expectMarked(raster: Raster): void {
  expect([raster.width, raster.height]).toEqual([60, 90]);
  expect(brightness(raster, 10, 10)).toBeLessThan(60);
  expect(brightness(raster, 50, 80)).toBeGreaterThan(200);
}

describe('a picture', () => {
  it('stored in any of the eight EXIF orientations comes out as it was seen', async () => {
    const upright = await marked().png().toBuffer();
    // How the stored pixels relate to the seen ones, by EXIF 2.32, 4.6.4.A: the inverse of what a viewer does.
    const stored: readonly (readonly [orientation: number, turn: number, isMirrored: boolean])[] = [
      [1, 0, false],
      [2, 0, true],
      [3, 180, false],
      [4, 180, true],
      [5, 90, true],
      [6, 270, false],
      [7, 270, true],
      [8, 90, false],
    ];
    for (const [orientation, turn, isMirrored] of stored) {
      const turned = await sharp(upright).rotate(turn).png().toBuffer();
      const jpeg = await sharp(turned).flop(isMirrored).withMetadata({ orientation }).jpeg({ quality: 95 }).toBuffer();
      expectMarked(await pixels(jpeg, 'image/jpeg'));
    }
  });

  it('in CMYK, 16 bits, a palette, WebP, GIF, AVIF, or progressive is the same picture', async () => {
    expectMarked(await pixels(await marked().toColourspace('cmyk').jpeg({ quality: 95 }).toBuffer(), 'image/jpeg'));
    expectMarked(await pixels(await marked().toColourspace('cmyk').tiff().toBuffer(), 'image/tiff'));
    expectMarked(await pixels(await marked().toColourspace('rgb16').png().toBuffer(), 'image/png'));
    expectMarked(await pixels(await marked().png({ palette: true }).toBuffer(), 'image/png'));
    expectMarked(await pixels(await marked().webp({ quality: 95 }).toBuffer(), 'image/webp'));
    expectMarked(await pixels(await marked().gif().toBuffer(), 'image/gif'));
    expectMarked(await pixels(await marked().avif({ quality: 90 }).toBuffer(), 'image/avif'));
    expectMarked(await pixels(await marked().jpeg({ progressive: true, quality: 95 }).toBuffer(), 'image/jpeg'));
  });

  it('as a Windows bitmap is read in every depth, from below and from above; one that is cut off is damaged', async () => {
    for (const bits of [1, 4, 8, 24, 32] as const)
      for (const isTopDown of [false, true])
        expectMarked(await pixels(bmpOf(60, 90, { bits, isTopDown }), 'image/bmp'));
    const whole = bmpOf(60, 90, { bits: 24, isTopDown: false });
    expect(await failure(open(whole.subarray(0, whole.length >> 1), 'image/bmp'))).toBe('damaged-image');
    expect(await failure(open(bmpOf(60, 90, { bits: 24, isTopDown: false, claims: 60_000 }), 'image/bmp'))).toBe(
      'image-too-large',
    );
  });
});

describe('a TIFF', () => {
  const fax = async (compression: 'ccittfax4' | 'deflate' | 'lzw' | 'jpeg' | 'packbits') => {
    const bilevel = sharp(await marked().png().toBuffer())
      .removeAlpha()
      .greyscale()
      .threshold()
      .toColourspace('b-w');
    return bilevel.tiff(compression === 'ccittfax4' ? { compression, bitdepth: 1 } : { compression }).toBuffer();
  };

  it('in the compressions of scanners and fax machines is the same page', async () => {
    for (const compression of ['ccittfax4', 'deflate', 'lzw', 'jpeg', 'packbits'] as const)
      expectMarked(await pixels(await fax(compression), 'image/tiff'));
  });

  it('of several pages of different sizes gives each, without the thumbnails between them', async () => {
    const file = tiffOf([
      { width: 40, height: 20, shade: 10 },
      { width: 8, height: 4, shade: 200, isThumbnail: true },
      { width: 20, height: 50, shade: 90 },
    ]);
    const opened = await open(file, 'image/tiff');
    expect(opened.pageCount).toBe(2);
    const second = await opened.page(2).raster({ maxPixels: 1e6, signal: never });
    expect([second?.width, second?.height]).toEqual([20, 50]);
    expect(second?.pixels[0]).toBe(90);
  });

  it('of a fax, whose dots are twice as high as wide, comes out with its own proportions', async () => {
    const raster = await pixels(tiffOf([{ width: 172, height: 110, shade: 255, resolution: [204, 98] }]), 'image/tiff');
    expect(raster.width).toBe(172);
    expect(Math.abs(raster.height - (110 * 204) / 98)).toBeLessThanOrEqual(1);
  });
});

describe('a PDF', () => {
  it('with a form has what was filled in among its text, where the field is', async () => {
    const document = await PDFDocument.create();
    const page = document.addPage([595, 842]);
    page.drawText('Nom :', { x: 50, y: 700, size: 12, font: await document.embedFont(StandardFonts.Helvetica) });
    const form = document.getForm();
    const field = form.createTextField('nom');
    field.setText('TRAORE Aminata');
    field.addToPage(page, { x: 100, y: 692, width: 200, height: 20 });
    const choice = form.createDropdown('ville');
    choice.setOptions(['Lyon', 'Nantes']);
    choice.select('Nantes');
    choice.addToPage(page, { x: 100, y: 640, width: 200, height: 20 });
    const layer = await (await open(await document.save(), 'application/pdf')).page(1).textLayer();
    const text = layer?.lines.map(lineText).join('\n');
    expect(text).toMatch(/Nom :\s+TRAORE Aminata/);
    expect(text).toContain('Nantes');
  });

  it('that is a portfolio gives the files it holds, also a portfolio in a portfolio, as deep as archives may be', async () => {
    const inner = await PDFDocument.create();
    inner.addPage();
    await inner.attach(await marked().png().toBuffer(), 'scan.png', { mimeType: 'image/png' });
    const outer = await PDFDocument.create();
    outer.addPage();
    await outer.attach(await inner.save(), '../pièces/intérieur.pdf', { mimeType: 'application/pdf' });
    await outer.attach(new TextEncoder().encode('<?xml version="1.0"?><facture/>'), 'factur-x.xml');
    const bytes = await outer.save();
    expect(await outcomes('porte.pdf', bytes)).toEqual([
      'porte.pdf: application/pdf',
      'porte.pdf!/pièces/intérieur.pdf: application/pdf',
      'porte.pdf!/pièces/intérieur.pdf!/scan.png: image/png',
    ]);
    const shallow = await outcomes('porte.pdf', bytes, { ...DEFAULT_LIMITS, archiveDepth: 1 });
    expect(shallow.at(-1)).toBe('porte.pdf!/pièces/intérieur.pdf: archive-too-deep');
  });

  it('with a broken table of its objects is repaired', async () => {
    const document = await PDFDocument.create();
    document.addPage().drawText('Attestation de suivi', { x: 50, y: 700 });
    const whole = Buffer.from(await document.save({ useObjectStreams: false })).toString('latin1');
    const broken = Buffer.from(whole.replace(/startxref\s+\d+/, 'startxref\n999999'), 'latin1');
    const layer = await (await open(broken, 'application/pdf')).page(1).textLayer();
    expect(layer?.lines.map(lineText).join(' ')).toContain('Attestation de suivi');
  });
});

describe('a text of an old encoding', () => {
  const encoded = (text: string, table: Readonly<Record<string, number>>): Uint8Array =>
    Uint8Array.from([...text].map((letter) => table[letter] ?? letter.charCodeAt(0)));
  /** The upper half of an encoding, letter by letter. */
  const tableOf = (encoding: string): Readonly<Record<string, number>> =>
    Object.fromEntries(
      Array.from({ length: 128 }, (_, index) => [
        new TextDecoder(encoding).decode(Uint8Array.of(index + 128)),
        index + 128,
      ]),
    );

  it.each([
    ['windows-1252', 'Je soussignée certifie que la patiente a été reçue à l’hôpital où elle était suivie'],
    ['windows-1251', 'Настоящим подтверждается, что указанное выше лицо проживает по данному адресу с января'],
    ['windows-1256', 'نشهد نحن الموقعين أدناه بأن الشخص المذكور أعلاه يقيم في هذا العنوان منذ شهر يناير'],
    ['windows-1253', 'Με την παρούσα βεβαιώνεται ότι το ανωτέρω πρόσωπο κατοικεί σε αυτή τη διεύθυνση'],
  ])('%s is found by its language', (encoding, text) => {
    expect(decodeText(encoded(text, tableOf(encoding)))).toBe(text);
  });
});
