import type { OpenedFile } from '#ports/file-opener.ts';
import type { Raster } from '#ports/pages.ts';
import type { ImageDecoder } from '../decoding/create-image-decoder.ts';
import type { ImageLimits } from '../images/decode-image.ts';
import type { PdfDecoder } from './create-pdf-decoder.ts';

/** Opens a PDF. Throws `encrypted-pdf`, `damaged-pdf`, `page-timeout`; `image` bounds the scans inside. */
export async function openPdf(
  bytes: Uint8Array,
  options: { readonly passwords: readonly string[]; readonly image: ImageLimits },
  decoder: PdfDecoder & Pick<ImageDecoder, 'decode'>,
): Promise<OpenedFile> {
  const { handle, pageCount } = await decoder.open(bytes, options.passwords);

  async function raster(page: number, maxPixels: number): Promise<Raster> {
    const scan = await decoder.scan(handle, page);
    if (scan !== null) {
      const asked = { maxPixels, ...options.image, turn: scan.turn };
      const decoded = await decoder.decode(scan.jpeg, asked).catch(() => undefined);
      // What one decoder refuses the other may still draw, if only in part.
      if (decoded !== undefined) return decoded;
    }
    return decoder.raster(handle, page, maxPixels);
  }

  return {
    mediaType: 'application/pdf',
    pageCount,
    page: (number) => ({
      textLayer: () => decoder.textLayer(handle, number),
      raster: ({ maxPixels }) => raster(number, maxPixels),
    }),
    close: () => decoder.close(handle),
  };
}
