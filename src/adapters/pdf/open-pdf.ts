import type { OpenedFile } from '#ports/file-opener.ts';
import type { Raster } from '#ports/pages.ts';
import { decodeImage } from '../images/decode-image.ts';
import type { PdfThread } from './create-pdf-thread.ts';

/** Opens a PDF on the PDF thread. Throws `encrypted-pdf`, `damaged-pdf`, `page-timeout`; `pixelLimit` bounds the scans inside. */
export async function openPdf(
  bytes: Uint8Array,
  options: { readonly passwords: readonly string[]; readonly pixelLimit: number },
  thread: PdfThread,
): Promise<OpenedFile> {
  const { handle, pageCount } = await thread.open(bytes, options.passwords);

  async function raster(page: number, maxPixels: number): Promise<Raster> {
    const scan = await thread.scan(handle, page);
    if (scan !== null) {
      const decoded = await decodeImage(scan.jpeg, {
        maxPixels,
        pixelLimit: options.pixelLimit,
        turn: scan.turn,
      }).catch(() => undefined);
      // What one decoder refuses the other may still draw, if only in part.
      if (decoded !== undefined) return decoded;
    }
    return thread.raster(handle, page, maxPixels);
  }

  return {
    mediaType: 'application/pdf',
    pageCount,
    page: (number) => ({
      textLayer: () => thread.textLayer(handle, number),
      raster: ({ maxPixels }) => raster(number, maxPixels),
    }),
    close: () => thread.close(handle),
  };
}
