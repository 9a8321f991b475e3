import sharp from 'sharp';
import { LiasseFailure } from '#domain/failure.ts';
import type { OpenedFile } from '#ports/file-opener.ts';
import { decodeImage } from './decode-image.ts';

/**
 * Opens what libvips reads (JPEG, PNG, TIFF with any compression and several pages, WebP, GIF, AVIF). The header is checked first, so an
 * image of too many pixels is refused without decoding it. Throws `image-too-large`, `damaged-image`.
 */
export async function openImage(bytes: Uint8Array, mediaType: string, maxPixels: number): Promise<OpenedFile> {
  const { width, height, pageCount } = await readHeader(bytes);
  if (width * height > maxPixels) throw new LiasseFailure('image-too-large', `${width} × ${height}`);
  return {
    mediaType,
    pageCount,
    page: (number) => ({
      textLayer: () => Promise.resolve(null),
      raster: (options) => decodeImage(bytes, { page: number, maxPixels: options.maxPixels, pixelLimit: maxPixels }),
    }),
    close: () => Promise.resolve(),
  };
}

async function readHeader(bytes: Uint8Array): Promise<{ width: number; height: number; pageCount: number }> {
  try {
    // The default pixel limit must not turn a huge image into a "damaged" one: the size is judged by the caller.
    const { width, height, pages, format } = await sharp(bytes, { limitInputPixels: false }).metadata();
    // The frames of an animation are not pages.
    return { width, height, pageCount: format === 'tiff' ? (pages ?? 1) : 1 };
  } catch (error) {
    throw new LiasseFailure('damaged-image', 'header', { cause: error });
  }
}
