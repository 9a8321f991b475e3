import decodeHeic from 'heic-decode';
import sharp from 'sharp';
import { LiasseFailure } from '#domain/failure.ts';
import type { OpenedFile } from '#ports/file-opener.ts';
import { openImage } from './open-image.ts';

/**
 * Opens a HEIC photo of a phone. libheif turns it upright itself, so no orientation is applied after it.
 * Throws `image-too-large`, `damaged-image`.
 */
export async function openHeic(bytes: Uint8Array, maxPixels: number): Promise<OpenedFile> {
  const { width, height } = await sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch((error: unknown) => {
      throw new LiasseFailure('damaged-image', 'heic header', { cause: error });
    });
  if (width * height > maxPixels) throw new LiasseFailure('image-too-large', `${width} × ${height}`);
  try {
    const { width: w, height: h, data } = await decodeHeic({ buffer: bytes });
    const jpeg = await sharp(Buffer.from(data.buffer, data.byteOffset, data.byteLength), {
      raw: { width: w, height: h, channels: 4 },
    })
      .jpeg({ quality: 95 })
      .toBuffer();
    return { ...(await openImage(jpeg, 'image/jpeg', maxPixels)), mediaType: 'image/heic' };
  } catch (error) {
    throw new LiasseFailure('damaged-image', 'heic', { cause: error });
  }
}
