import sharp from 'sharp';
import { LiasseFailure } from '#domain/failure.ts';
import type { OpenedFile } from '#ports/file-opener.ts';
import { decodeImage, type ImageLimits } from './decode-image.ts';
import { type TiffPage, tiffPages } from './tiff-pages.ts';

/**
 * Opens what libvips reads (JPEG, PNG, TIFF with any compression and several pages, WebP, GIF, AVIF). The header is checked first, so an
 * image of too many pixels is refused without decoding it. Throws `image-too-large`, `damaged-image`.
 */
export async function openImage(bytes: Uint8Array, mediaType: string, limits: ImageLimits): Promise<OpenedFile> {
  const { width, height, pages } = await readHeader(bytes);
  if (width * height > limits.pixelLimit) throw new LiasseFailure('image-too-large', `${width} × ${height}`);
  return {
    mediaType,
    pageCount: pages.length,
    page: (number) => ({
      textLayer: () => Promise.resolve(null),
      raster: ({ maxPixels }) => {
        const { index = number - 1, pixelHeight = 1 } = pages[number - 1] ?? {};
        return decodeImage(bytes, { page: index + 1, maxPixels, pixelHeight, ...limits });
      },
    }),
    close: () => Promise.resolve(),
  };
}

interface ImageHeader {
  readonly width: number;
  readonly height: number;
  readonly pages: readonly Pick<TiffPage, 'index' | 'pixelHeight'>[];
}

async function readHeader(bytes: Uint8Array): Promise<ImageHeader> {
  try {
    // The default pixel limit must not turn a huge image into a "damaged" one: the size is judged by the caller.
    const { width, height, pages = 1, format } = await sharp(bytes, { limitInputPixels: false }).metadata();
    // The frames of an animation are not pages.
    if (format !== 'tiff') return { width, height, pages: [{ index: 0, pixelHeight: 1 }] };
    const listed = tiffPages(bytes).filter(({ index }) => index < pages);
    const largest = listed.reduce((most, page) => (page.width * page.height > most.width * most.height ? page : most), {
      width,
      height,
    });
    const all = Array.from({ length: pages }, (_, index) => ({ index, pixelHeight: 1 }));
    return { width: largest.width, height: largest.height, pages: listed.length > 0 ? listed : all };
  } catch (error) {
    throw new LiasseFailure('damaged-image', 'header', { cause: error });
  }
}
