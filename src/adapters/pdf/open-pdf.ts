import type { OpenedFile } from '#ports/file-opener.ts';
import type { PdfThread } from './create-pdf-thread.ts';

/** Opens a PDF on the PDF thread. Throws `encrypted-pdf`, `damaged-pdf`, `page-timeout`. */
export async function openPdf(bytes: Uint8Array, passwords: readonly string[], thread: PdfThread): Promise<OpenedFile> {
  const { handle, pageCount } = await thread.open(bytes, passwords);
  return {
    mediaType: 'application/pdf',
    pageCount,
    page: (number) => ({
      textLayer: () => thread.textLayer(handle, number),
      raster: ({ maxPixels }) => thread.raster(handle, number, maxPixels),
    }),
    close: () => thread.close(handle),
  };
}
