import decodeHeic from 'heic-decode';
import sharp from 'sharp';
import { LiasseFailure } from '#domain/failure.ts';

/**
 * A HEIC photo of a phone as JPEG. libheif turns it upright itself, so no orientation is applied after it.
 * Throws `image-too-large`, `damaged-image`.
 */
export async function heicToJpeg(bytes: Uint8Array, pixelLimit: number): Promise<Uint8Array> {
  const { width, height } = await sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch((error: unknown) => {
      throw new LiasseFailure('damaged-image', 'heic header', { cause: error });
    });
  if (width * height > pixelLimit) throw new LiasseFailure('image-too-large', `${width} × ${height}`);
  try {
    const { width: w, height: h, data } = await decodeHeic({ buffer: bytes });
    const raw = { width: w, height: h, channels: 4 } as const;
    return await sharp(Buffer.from(data.buffer, data.byteOffset, data.byteLength), { raw })
      .jpeg({ quality: 95 })
      .toBuffer();
  } catch (error) {
    throw new LiasseFailure('damaged-image', 'heic', { cause: error });
  }
}
