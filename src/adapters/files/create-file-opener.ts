import { LiasseFailure } from '#domain/failure.ts';
import type { Limits } from '#domain/limits.ts';
import type { CodeReader } from '#ports/code-reader.ts';
import type { FileOpener, FilePart, OpenedFile } from '#ports/file-opener.ts';
import type { PageProvider } from '#ports/pages.ts';
import { createDecodingProcess } from '../decoding/create-decoding-process.ts';
import { createImageDecoder } from '../decoding/create-image-decoder.ts';
import { createRareDecoder } from '../decoding/create-rare-decoder.ts';
import { isConverted } from '../images/convert-picture.ts';
import { openImage } from '../images/open-image.ts';
import { mostLetters, openText } from '../office/open-text.ts';
import { packageVersions } from '../package-versions.ts';
import { createPdfDecoder } from '../pdf/create-pdf-decoder.ts';
import { mayHoldFiles } from '../pdf/may-hold-files.ts';
import { openPdf } from '../pdf/open-pdf.ts';
import type { InnerFiles } from './create-file-source.ts';
import { OFFICE_PAPERS } from './readable-formats.ts';
import { createRecentRasters, withRecentRaster } from './recent-rasters.ts';
import { decodeText } from './sniff-media-type.ts';

/** Bytes of one letter at most, in any encoding that is read. */
const LONGEST_LETTER = 4;

/** Opens files of every format and gives out the pages of those that are open. */
export interface FileAccess extends FileOpener, PageProvider, InnerFiles {
  /** Reads the codes of pages where a crash or a hang does no harm. */
  readonly codes: CodeReader;
  /** Gets ready for PDF, which most files are, while the caller is still busy. */
  warmUp(): void;
  /** Ends the decoding process. */
  stop(): Promise<void>;
}

/** One line a format: the reader behind it is its own folder. Libraries of rare formats are loaded by the first file that needs them. */
export function createFileAccess(options: {
  readonly limits: Limits;
  readonly passwords: readonly string[];
}): FileAccess {
  const { limits, passwords } = options;
  const decoding = createDecodingProcess({ timeoutMs: limits.decodeTimeoutMs, memoryBytes: limits.decodeBytes });
  const images = createImageDecoder(decoding);
  const pdf = { ...createPdfDecoder(decoding), decode: images.decode };
  const rare = createRareDecoder(decoding);
  const image = { pixelLimit: limits.imagePixels, timeoutMs: limits.decodeTimeoutMs };
  const recent = createRecentRasters();
  const opened = new Map<string, { file: OpenedFile; users: number }>();

  async function openFormat({ mediaType }: FilePart, bytes: Uint8Array): Promise<OpenedFile> {
    if (mediaType === 'application/pdf') return openPdf(bytes, { passwords, image }, pdf);
    if (isConverted(mediaType)) {
      const picture = await rare.picture(bytes, mediaType, image.pixelLimit);
      return openImage({ bytes: picture, mediaType }, image, images);
    }
    if (mediaType.startsWith('image/')) return openImage({ bytes, mediaType }, image, images);
    if (mediaType === 'text/plain') {
      // Before it is decoded: a text of the largest file would take ten times its bytes.
      if (bytes.length > mostLetters(limits.pages) * LONGEST_LETTER)
        throw new LiasseFailure('too-many-pages', 'a text without end');
      return openText(decodeText(bytes) ?? '', mediaType, limits.pages);
    }
    if (OFFICE_PAPERS.includes(mediaType))
      return openText(await rare.officeText(bytes, mediaType, limits), mediaType, limits.pages);
    throw new LiasseFailure('unsupported-format', mediaType);
  }

  return {
    fingerprint: packageVersions([
      'pdfjs-dist',
      '@hyzyla/pdfium',
      '@cantoo/pdf-lib',
      'sharp',
      'mammoth',
      'heic-decode',
    ]),
    open: async (part, signal) => {
      signal.throwIfAborted();
      const file = await openFormat(part, await part.bytes());
      if (file.pageCount > limits.pages) {
        await file.close();
        throw new LiasseFailure('too-many-pages', String(file.pageCount));
      }
      // The same bytes may be open twice (a duplicate in the folder); the first opening serves the pages of both.
      const twin = opened.get(part.sha256);
      if (twin === undefined) opened.set(part.sha256, { file, users: 1 });
      else twin.users += 1;
      return {
        ...file,
        close: async () => {
          const entry = opened.get(part.sha256);
          if (entry === undefined) return;
          entry.users -= 1;
          if (entry.file !== file) await file.close();
          if (entry.users > 0) return;
          opened.delete(part.sha256);
          await entry.file.close();
        },
      };
    },
    view: (source) => {
      const entry = opened.get(source.sha256);
      if (entry === undefined) return Promise.reject(new Error('this file is not open'));
      return Promise.resolve(withRecentRaster(entry.file.page(source.page), source, recent));
    },
    attachments: async (bytes) => (mayHoldFiles(bytes) ? pdf.attachments(bytes) : []),
    mail: rare.mail,
    codes: { fingerprint: packageVersions(['zxing-wasm']), readCodes: rare.codes },
    warmUp: () => decoding.warmUp(),
    stop: () => decoding.stop(),
  };
}
