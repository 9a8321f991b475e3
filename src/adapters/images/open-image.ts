import { LiasseFailure } from '#domain/failure.ts';
import type { OpenedFile } from '#ports/file-opener.ts';
import type { ImageDecoder } from '../decoding/create-image-decoder.ts';
import type { ImageLimits } from './decode-image.ts';

/**
 * Opens what libvips reads (JPEG, PNG, TIFF with any compression and several pages, WebP, GIF, AVIF). The header is checked first, so an
 * image of too many pixels is refused without decoding it. Throws `image-too-large`, `damaged-image`.
 */
export async function openImage(
  { bytes, mediaType }: { readonly bytes: Uint8Array; readonly mediaType: string },
  limits: ImageLimits,
  decoder: ImageDecoder,
): Promise<OpenedFile> {
  const { width, height, frames } = await decoder.header(bytes);
  if (width * height > limits.pixelLimit) throw new LiasseFailure('image-too-large', `${width} × ${height}`);
  return {
    mediaType,
    pageCount: frames.length,
    page: (number) => ({
      textLayer: () => Promise.resolve(null),
      raster: ({ maxPixels }) => {
        const { index = number - 1, pixelHeight = 1 } = frames[number - 1] ?? {};
        return decoder.decode(bytes, { page: index + 1, maxPixels, pixelHeight, ...limits });
      },
    }),
    close: () => Promise.resolve(),
  };
}
