import { LiasseFailure } from '#domain/failure.ts';
import type { Limits } from '#domain/limits.ts';
import type { FileOpener, FilePart, OpenedFile } from '#ports/file-opener.ts';
import type { PageProvider } from '#ports/pages.ts';
import { openImage } from '../images/open-image.ts';
import { openText } from '../office/open-text.ts';
import { packageVersions } from '../package-versions.ts';
import { createPdfThread } from '../pdf/create-pdf-thread.ts';
import { mayHoldFiles } from '../pdf/may-hold-files.ts';
import { openPdf } from '../pdf/open-pdf.ts';
import type { PdfAttachment } from '../pdf/pdf-messages.ts';
import { OFFICE_PAPERS } from './readable-formats.ts';
import { createRecentRasters, withRecentRaster } from './recent-rasters.ts';
import { decodeText } from './sniff-media-type.ts';

const PHONE_PHOTOS = ['image/heic', 'image/heif'];

/** Opens files of every format and gives out the pages of those that are open. */
export interface FileAccess extends FileOpener, PageProvider {
  /** The files that a PDF holds. Empty for one that can't be read; throws `page-timeout` for one that takes too long. */
  attachments(bytes: Uint8Array): Promise<readonly PdfAttachment[]>;
  /** Gets ready for PDF, which most files are, while the caller is still busy. */
  warmUp(): void;
  /** Ends the PDF thread. */
  stop(): Promise<void>;
}

/** One line a format: the reader behind it is its own folder. Libraries of rare formats are loaded by the first file that needs them. */
export function createFileAccess(options: {
  readonly limits: Limits;
  readonly passwords: readonly string[];
}): FileAccess {
  const { limits, passwords } = options;
  const thread = createPdfThread({ timeoutMs: limits.decodeTimeoutMs, memoryBytes: limits.decodeBytes });
  const recent = createRecentRasters();
  const opened = new Map<string, { file: OpenedFile; users: number }>();

  async function openFormat({ mediaType }: FilePart, bytes: Uint8Array): Promise<OpenedFile> {
    if (mediaType === 'application/pdf') return openPdf(bytes, { passwords, pixelLimit: limits.imagePixels }, thread);
    if (PHONE_PHOTOS.includes(mediaType)) {
      const { openHeic } = await import('../images/open-heic.ts');
      return openHeic(bytes, limits.imagePixels);
    }
    if (mediaType === 'image/bmp') {
      const { openBmp } = await import('../images/open-bmp.ts');
      return openBmp(bytes, limits.imagePixels);
    }
    if (mediaType.startsWith('image/')) return openImage(bytes, mediaType, limits.imagePixels);
    if (mediaType === 'text/plain') return openText(decodeText(bytes) ?? '', mediaType);
    if (OFFICE_PAPERS.includes(mediaType)) {
      const { readOfficeText } = await import('../office/read-office-text.ts');
      return openText(await readOfficeText(bytes, mediaType, limits), mediaType);
    }
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
    attachments: async (bytes) => (mayHoldFiles(bytes) ? thread.attachments(bytes) : []),
    warmUp: () => thread.warmUp(),
    stop: () => thread.stop(),
  };
}
