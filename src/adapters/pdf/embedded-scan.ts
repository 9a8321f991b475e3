import type * as pdf from '@cantoo/pdf-lib';
import { pdfLib } from './pdf-lib.ts';

const { decodePDFRawStream, PDFArray, PDFDict, PDFDocument, PDFName, PDFNumber, PDFRawStream } = pdfLib;

/** The JPEG image that makes up a whole page, as it is stored in the file, and how the page shows it. */
export interface EmbeddedScan {
  readonly jpeg: Uint8Array;
  /** Clockwise degrees by which the page shows it turned. */
  readonly turn: 0 | 90 | 180 | 270;
}

/** Finds the embedded scans of one file. */
export interface ScanFinder {
  /** Undefined when the file's structure could not be read. */
  readonly pageCount: number | undefined;
  /** The scan of a page (from 1), or null when the page is anything else than one upright JPEG over all of it. */
  find(page: number): EmbeddedScan | null;
}

/**
 * Larger files are rendered page by page. Below, knowing where the scans stand takes a few megabytes (their bytes are not copied), where the two
 * libraries that render and read text each hold the file once more: 234 MB against 520 for 500 scans in 72 MB.
 */
const LARGEST_BYTES = 512 * 1024 * 1024;
/** An image that leaves more of the page's width or height free is a picture on a page. */
const COVERING = 0.97;
/** All that the content of a scanned page says: save, place, draw, restore. Anything else needs a renderer. */
const ONLY_AN_IMAGE =
  /^(?:\s*q\b)*\s*(?<matrix>(?:-?[\d.]+\s+){6})cm\s+(?:q\s+)?\/(?<name>[^\s/[\]<>()]+)\s+Do(?:\s+Q)*\s*$/;

/** Bytes, compressed, that the content of a scanned page takes at most: longer content is anything else, or unpacks without end. */
const LONGEST_CONTENT = 2_048;

/**
 * Reads the file's structure. A scan that is taken out as it is costs a fifth of rendering it, and its pixels are those of the scanner.
 * Finds nothing in files that are large, locked or damaged; rendering copes with those.
 */
export async function createScanFinder(bytes: Uint8Array): Promise<ScanFinder> {
  const document = bytes.length > LARGEST_BYTES ? undefined : await loaded(bytes);
  return {
    pageCount: document?.getPageCount(),
    find: (number) => {
      try {
        const page = document?.getPages()[number - 1];
        return page === undefined ? null : scanOf(page);
      } catch {
        return null;
      }
    },
  };
}

async function loaded(bytes: Uint8Array): Promise<pdf.PDFDocument | undefined> {
  try {
    return await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: true });
  } catch {
    return undefined;
  }
}

function scanOf(page: pdf.PDFPage): EmbeddedScan | null {
  if (hasAnnotations(page)) return null;
  const drawing = ONLY_AN_IMAGE.exec(contentOf(page))?.groups;
  const image = page.node
    .Resources()
    ?.lookupMaybe(PDFName.of('XObject'), PDFDict)
    ?.lookup(PDFName.of(drawing?.['name'] ?? ''));
  if (!(image instanceof PDFRawStream) || !isPlainJpeg(image.dict)) return null;
  const [a = 0, b = 1, c = 1, d = 0, e = 0, f = 0] = (drawing?.['matrix'] ?? '').trim().split(/\s+/).map(Number);
  const { x, y, width, height } = page.getCropBox();
  const coversWidth = e <= x + width * (1 - COVERING) && e + a >= x + width * COVERING;
  const coversHeight = f <= y + height * (1 - COVERING) && f + d >= y + height * COVERING;
  // Negative scales mirror, sheared ones turn: both are left to the renderer, and so is an image that the page crops.
  const isUpright = b === 0 && c === 0 && a > 0 && d > 0;
  const isCropped = a > width * 1.03 || d > height * 1.03;
  if (!isUpright || !coversWidth || !coversHeight || isCropped) return null;
  const turns = [0, 90, 180, 270] as const;
  const turn = turns.find((one) => one === ((page.getRotation().angle % 360) + 360) % 360);
  return turn === undefined ? null : { jpeg: image.getContents(), turn };
}

function hasAnnotations(page: pdf.PDFPage): boolean {
  return (page.node.Annots()?.size() ?? 0) > 0;
}

function contentOf(page: pdf.PDFPage): string {
  const contents = page.node.Contents();
  const streams =
    contents instanceof PDFArray ? contents.asArray().map((one) => page.node.context.lookup(one)) : [contents];
  const packed = streams.map((stream) => (stream instanceof PDFRawStream && isPackedOnce(stream) ? stream : undefined));
  const length = packed.reduce((sum, stream) => sum + (stream?.getContentsSize() ?? LONGEST_CONTENT), 0);
  if (length > LONGEST_CONTENT) return 'unknown';
  return packed
    .map((stream) =>
      stream === undefined ? 'unknown' : Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1'),
    )
    .join('\n');
}

/** Filters over filters multiply: two of them unpack a kilobyte to a gigabyte. */
function isPackedOnce(stream: pdf.PDFRawStream): boolean {
  const filter = stream.dict.lookup(PDFName.of('Filter'));
  return !(filter instanceof PDFArray) || filter.size() <= 1;
}

/** A baseline or progressive JPEG in grey or RGB without mask or remapped values. */
function isPlainJpeg(dict: pdf.PDFDict): boolean {
  const filter = dict.lookup(PDFName.of('Filter'));
  const name = filter instanceof PDFArray && filter.size() === 1 ? filter.lookup(0) : filter;
  const hasExtras = ['SMask', 'Mask', 'Decode', 'ImageMask'].some((key) => dict.has(PDFName.of(key)));
  return name === PDFName.of('DCTDecode') && !hasExtras && hasPlainColours(dict);
}

function hasPlainColours(dict: pdf.PDFDict): boolean {
  const space = dict.lookup(PDFName.of('ColorSpace'));
  if (space === PDFName.of('DeviceGray') || space === PDFName.of('DeviceRGB')) return true;
  if (!(space instanceof PDFArray) || space.lookup(0) !== PDFName.of('ICCBased')) return false;
  const profile = space.lookup(1);
  const components = profile instanceof PDFRawStream ? profile.dict.lookup(PDFName.of('N')) : undefined;
  return components instanceof PDFNumber && components.asNumber() !== 4;
}
