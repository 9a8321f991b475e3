import { constants, inflateSync } from 'node:zlib';
import type * as pdf from '@cantoo/pdf-lib';
import { LiasseFailure } from '#domain/failure.ts';
import { pdfLib } from '../pdf/pdf-lib.ts';
import { pdfName } from './pdf-names.ts';

const { decodePDFRawStream, PDFArray, PDFRawStream } = pdfLib;

/** The drawing of a page that unpacks to more is left to a renderer, which bounds its memory. */
const LARGEST_CONTENT = 64 * 1024 * 1024;
/** Packed bytes in another way than deflate, which can't be bounded while they are unpacked. */
const LARGEST_PACKED = 256 * 1024;

/** What draws a page: one stream as it is stored, or plain bytes joined from several. */
export type PageContent =
  | { readonly kind: 'stored'; readonly stream: pdf.PDFRawStream }
  | { readonly kind: 'joined'; readonly bytes: Buffer };

/** The content of a page, not unpacked where it is in one piece. Throws `damaged-pdf` for what can't be taken over. */
export function pageContent(page: pdf.PDFPage): PageContent {
  const contents = page.node.Contents();
  if (contents === undefined) return { kind: 'joined', bytes: Buffer.alloc(0) };
  if (contents instanceof PDFRawStream) return { kind: 'stored', stream: contents };
  if (!(contents instanceof PDFArray)) throw new LiasseFailure('damaged-pdf', 'content');
  const streams = contents.asArray().map((one) => page.node.context.lookup(one));
  const [only] = streams;
  if (streams.length === 1 && only instanceof PDFRawStream) return { kind: 'stored', stream: only };
  const pieces = streams.map((stream) => {
    if (!(stream instanceof PDFRawStream)) throw new LiasseFailure('damaged-pdf', 'content');
    return unpacked(stream);
  });
  return { kind: 'joined', bytes: Buffer.concat(pieces.flatMap((piece) => [piece, Buffer.from('\n')])) };
}

/** The names that a page's content calls, as PDF writes them ("/Im1"); undefined when it can't be looked into. */
export function calledNames(content: PageContent): ReadonlySet<string> | undefined {
  try {
    const bytes = content.kind === 'joined' ? content.bytes : unpacked(content.stream);
    return new Set(
      Buffer.from(bytes)
        .toString('latin1')
        .match(/\/[^\s/[\]<>(){}%]+/g),
    );
  } catch {
    return undefined;
  }
}

function unpacked(stream: pdf.PDFRawStream): Uint8Array {
  const filter = stream.dict.lookup(pdfName('Filter'));
  const names = filter instanceof PDFArray ? filter.asArray() : [filter];
  if (filter === undefined) return stream.getContents();
  const isPlainDeflate =
    names.length === 1 && names[0] === pdfName('FlateDecode') && !stream.dict.has(pdfName('DecodeParms'));
  try {
    if (isPlainDeflate) {
      // Many writers cut the checksum off.
      const lenient = { maxOutputLength: LARGEST_CONTENT, finishFlush: constants.Z_SYNC_FLUSH };
      return inflateSync(stream.getContents(), lenient);
    }
    if (names.length > 1 || stream.getContentsSize() > LARGEST_PACKED) throw new Error('unbounded');
    return decodePDFRawStream(stream).decode();
  } catch (error) {
    throw new LiasseFailure('damaged-pdf', 'content', { cause: error });
  }
}
