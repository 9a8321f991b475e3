import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import type { Box } from '#domain/geometry.ts';
import type { DocumentPage } from '#domain/page-reading.ts';
import { pageFromText } from './pages-from-text.ts';

/** A page of print as a scanner or a phone gives it: dark bars where words would be. */
export async function scannedPage(
  changes: {
    readonly width?: number;
    readonly height?: number;
    readonly orientation?: number;
    readonly noise?: number;
  } = {},
): Promise<Buffer> {
  const { width = 827, height = 1169, orientation, noise = 0 } = changes;
  const bars = Array.from(
    { length: 20 },
    (_, row) =>
      `<rect x="${width * 0.1}" y="${height * (0.1 + row * 0.04)}" width="${width * 0.7}" height="${height * 0.012}" fill="#334"/>`,
  );
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#f4efe6"/>${bars.join('')}</svg>`;
  const image = sharp(Buffer.from(svg));
  if (noise > 0) {
    const gaussian = { type: 'gaussian' as const, mean: 128, sigma: noise };
    const grain = await sharp({ create: { width, height, channels: 3, noise: gaussian, background: '#888' } })
      .png()
      .toBuffer();
    image.composite([{ input: grain, blend: 'soft-light' }]);
  }
  const jpeg = image.jpeg({ quality: 90 });
  const place = {
    IFD0: { Model: 'Phone of Amina', Orientation: String(orientation ?? 1) },
    IFD3: { GPSLatitude: '48/1 51/1 0/1' },
  };
  return jpeg
    .withExif(place)
    .withMetadata(orientation === undefined ? {} : { orientation })
    .toBuffer();
}

/** A PDF of the given texts, one a page. */
export async function printedPdf(texts: readonly string[], size: [number, number] = [595, 842]): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  for (const text of texts) document.addPage(size).drawText(text, { x: 60, y: size[1] - 100, size: 14, font });
  return document.save();
}

/** A PDF of scans, one a page. */
export async function scannedPdf(scans: readonly Uint8Array[]): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  for (const scan of scans) {
    const image = await document.embedJpg(scan);
    document.addPage([595, 842]).drawImage(image, { x: 0, y: 0, width: 595, height: 842 });
  }
  return document.save();
}

/** What a recogniser would have read on a page; lines of Arabic script run from the right edge to the left. */
export function readingOf(text: string, page = 1, changes: Partial<DocumentPage> = {}): DocumentPage {
  const read = pageFromText(text, { page, source: 'ocr' });
  const lines = read.lines.map((line) => {
    if (!/\p{sc=Arab}/u.test(line.words.map((word) => word.text).join(''))) return line;
    const words = line.words.map((word) => ({ ...word, box: mirrored(word.box) }));
    return { ...line, box: mirrored(line.box), words };
  });
  return { ...read, lines, ...changes };
}

function mirrored([x, y, width, height]: Box): Box {
  return [1 - x - width, y, width, height];
}
