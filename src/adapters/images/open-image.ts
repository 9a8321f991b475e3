import sharp from 'sharp';
import { LiasseFailure } from '#domain/failure.ts';
import type { OpenedFile } from '#ports/file-opener.ts';
import type { Raster } from '#ports/pages.ts';

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
      raster: (options) => decode(bytes, { page: number - 1, maxPixels: options.maxPixels, limit: maxPixels }),
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

async function decode(
  bytes: Uint8Array,
  options: { readonly page: number; readonly maxPixels: number; readonly limit: number },
): Promise<Raster> {
  try {
    const image = sharp(bytes, { page: options.page, limitInputPixels: options.limit, failOn: 'error' });
    const { width, height } = await image.metadata();
    const scale = Math.min(1, Math.sqrt(options.maxPixels / (width * height)));
    const upright = image.autoOrient().flatten({ background: '#ffffff' }).toColourspace('srgb');
    const sized =
      scale < 1 ? upright.resize({ width: Math.round(uprightWidth(await image.metadata()) * scale) }) : upright;
    const { data, info } = await sized.raw({ depth: 'uchar' }).toBuffer({ resolveWithObject: true });
    return { width: info.width, height: info.height, channels: info.channels === 1 ? 1 : 3, pixels: data };
  } catch (error) {
    throw new LiasseFailure('damaged-image', 'pixels', { cause: error });
  }
}

/** EXIF orientations 5 to 8 lay the image on its side. */
function uprightWidth({
  width,
  height,
  orientation,
}: {
  width: number;
  height: number;
  orientation?: number | undefined;
}): number {
  return (orientation ?? 1) >= 5 ? height : width;
}
