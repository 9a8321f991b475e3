import { readFile } from 'node:fs/promises';
import { AFRelationship, PDFDocument, StandardFonts } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import { rawPdf, rawStream } from '../../raw-pdf.ts';

const CONTENT =
  'q 0.5 0 0 0.5 20 20 cm 0 0 90 90 re W n BT /F 12 Tf 10 80 Td (Attestation du 3 mars 2026) Tj [(Bon) -200 (jour)] TJ ET\n/X Do BI /W 2 /H 2 /BPC 8 /CS /G ID abcd EI 1 0 0 RG 0 0 m 9 9 l 3 3 5 5 7 7 c S Q';
const IMAGE = '/Type /XObject /Subtype /Image /Width 4 /Height 4 /ColorSpace /DeviceGray /BitsPerComponent 8';
const FONT =
  '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding << /Type /Encoding /Differences [65 /Aacute] >> /ToUnicode 7 0 R >>';
const TO_UNICODE =
  '/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfrange <41> <5A> <0041> endbfrange endcmap end';

/** The parts of a page that are packed: what stands in them is wrong, and they are packed rightly. */
export interface PackedParts {
  readonly content?: string;
  readonly image?: string;
  readonly font?: string;
  readonly toUnicode?: string;
}
export const PACKED_PARTS: Required<PackedParts> = {
  content: CONTENT,
  image: IMAGE,
  font: FONT,
  toUnicode: TO_UNICODE,
};

/** A page with text, a picture and a font, written by hand. */
export function pdfOfParts({ content, image, font, toUnicode }: PackedParts = {}): Uint8Array {
  return rawPdf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 100] /Rotate 90 /Contents 4 0 R /Resources << /XObject << /X 5 0 R >> /Font << /F 6 0 R >> >> >>',
    rawStream(content ?? CONTENT),
    rawStream(Buffer.alloc(16, 90), image ?? IMAGE),
    font ?? FONT,
    rawStream(toUnicode ?? TO_UNICODE),
  ]);
}

/** Good PDF files as several programs write them, all small: a table of references and a stream of them, a scan, a paper with a file in it. */
export async function smallPdfs(): Promise<[Uint8Array, ...Uint8Array[]]> {
  return [
    pdfOfParts(),
    await savedByLibrary(true),
    await savedByLibrary(false),
    await readFile('fixtures/bad-input/encrypted.pdf'),
  ];
}

async function savedByLibrary(useObjectStreams: boolean): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Courier);
  const page = document.addPage([120, 80]);
  page.drawText('Fait le 3 mars 2026', { x: 5, y: 50, size: 8, font });
  const scan = sharp({ create: { width: 32, height: 24, channels: 3, background: '#dddddd' } });
  const picture = await document.embedJpg(await scan.jpeg().toBuffer());
  document.addPage([60, 40]).drawImage(picture, { x: 0, y: 0, width: 60, height: 40 });
  await document.attach(Buffer.from('Attestation'), 'a.txt', {
    mimeType: 'text/plain',
    afRelationship: AFRelationship.Supplement,
  });
  return document.save({ useObjectStreams });
}
