import sharp from 'sharp';
import { LiasseFailure } from '#domain/failure.ts';
import type { Raster } from '#ports/pages.ts';

/** What one image may ask for. */
export interface ImageLimits {
  /** An image of more pixels is not decoded at all. */
  readonly pixelLimit: number;
  readonly timeoutMs: number;
}

export interface DecodeOptions extends ImageLimits {
  /** From 1, in a file of several pages. */
  readonly page?: number;
  /** A larger image is made smaller while it is decoded. */
  readonly maxPixels: number;
  /** Clockwise degrees by which it is shown; undefined: as its own EXIF says. */
  readonly turn?: 0 | 90 | 180 | 270;
  /** How much higher than wide a stored pixel is (faxes); the image comes out with square ones. */
  readonly pixelHeight?: number;
}

/** Colours that differ by no more than this, in 8 bits, are the noise of a scanner. */
const GREY_TOLERANCE = 12;

/** The pixels of an image as it is shown, grey when no pixel has a colour. Throws `damaged-image`, `page-timeout`. */
export async function decodeImage(bytes: Uint8Array, options: DecodeOptions): Promise<Raster> {
  try {
    const image = sharp(bytes, {
      page: (options.page ?? 1) - 1,
      limitInputPixels: options.pixelLimit,
      failOn: 'error',
    });
    const header = await image.metadata();
    const turn = options.turn ?? turnOf(header.orientation);
    const isOnItsSide = turn === 90 || turn === 270;
    const upright = options.turn === undefined ? image.autoOrient() : image.rotate(options.turn);
    const { width, height } = shownSize(header, options);
    const flat = upright.flatten({ background: '#ffffff' }).toColourspace(header.space === 'b-w' ? 'b-w' : 'srgb');
    const isAsStored = width === header.width && height === header.height;
    const size = isOnItsSide ? { width: height, height: width } : { width, height };
    const sized = isAsStored ? flat : flat.resize({ ...size, fit: 'fill' });
    const { data, info } = await sized
      .timeout({ seconds: Math.ceil(options.timeoutMs / 1_000) })
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true });
    if (info.channels === 1) return { width: info.width, height: info.height, channels: 1, pixels: data };
    return greyIfColourless({ width: info.width, height: info.height, channels: 3, pixels: data });
  } catch (error) {
    throw new LiasseFailure(isTimeout(error) ? 'page-timeout' : 'damaged-image', 'pixels', { cause: error });
  }
}

/** libvips tells that its time is over in words only. */
function isTimeout(error: unknown): boolean {
  return error instanceof Error && error.message.startsWith('timeout');
}

/** Width and height before any turn: square pixels, no dot of the finer direction lost, at most `maxPixels`. */
function shownSize(
  stored: { readonly width: number; readonly height: number },
  { maxPixels, pixelHeight = 1 }: DecodeOptions,
): { readonly width: number; readonly height: number } {
  const width = stored.width * Math.max(1, 1 / pixelHeight);
  const height = stored.height * Math.max(1, pixelHeight);
  const scale = Math.min(1, Math.sqrt(maxPixels / (width * height)));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

/** Quarter turn of an EXIF orientation; mirroring aside. */
function turnOf(orientation: number | undefined): 0 | 90 {
  return (orientation ?? 1) >= 5 ? 90 : 0;
}

/** Many scanners store grey pages as colour: three times the work for nothing. */
function greyIfColourless(raster: Raster): Raster {
  const { pixels } = raster;
  for (let index = 0; index + 2 < pixels.length; index += 3) {
    const [red = 0, green = 0, blue = 0] = [pixels[index], pixels[index + 1], pixels[index + 2]];
    if (Math.abs(red - green) > GREY_TOLERANCE || Math.abs(green - blue) > GREY_TOLERANCE) return raster;
  }
  const grey = new Uint8Array(pixels.length / 3);
  for (let index = 0; index < grey.length; index += 1) grey[index] = pixels[index * 3 + 1] ?? 255;
  return { ...raster, channels: 1, pixels: grey };
}
