import { createCanvas, loadImage } from '@napi-rs/canvas';
import { LiasseFailure } from '#domain/failure.ts';

interface BmpHeader {
  readonly width: number;
  readonly height: number;
  /** Bytes a whole file has at least; runs of colours have no such number. */
  readonly leastBytes: number;
}

/**
 * A Windows or OS/2 bitmap as PNG: an old scanner's format that libvips does not read, decoded by Skia. A file that is cut off is refused, which
 * Skia would fill up with black: half a page is no page. Throws `image-too-large`, `damaged-image`.
 */
export async function bmpToPng(bytes: Uint8Array, pixelLimit: number): Promise<Uint8Array> {
  const { width, height, leastBytes } = readHeader(bytes);
  if (width * height > pixelLimit) throw new LiasseFailure('image-too-large', `${width} × ${height}`);
  if (bytes.length < leastBytes) throw new LiasseFailure('damaged-image', 'bmp cut off');
  try {
    const image = await loadImage(bytes);
    const canvas = createCanvas(image.width, image.height);
    canvas.getContext('2d').drawImage(image, 0, 0);
    return await canvas.encode('png');
  } catch (error) {
    throw new LiasseFailure('damaged-image', 'bmp', { cause: error });
  }
}

function readHeader(bytes: Uint8Array): BmpHeader {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const isOld = view.getUint32(14, true) === 12;
    const width = isOld ? view.getUint16(18, true) : view.getInt32(18, true);
    // Negative: stored from the top.
    const height = Math.abs(isOld ? view.getUint16(20, true) : view.getInt32(22, true));
    const bits = view.getUint16(isOld ? 24 : 28, true);
    const compression = isOld ? 0 : view.getUint32(30, true);
    if (width <= 0 || height === 0) throw new RangeError('no pixels');
    const rowBytes = Math.ceil((width * bits) / 32) * 4;
    const isPlain = compression === 0 || compression === 3;
    return { width, height, leastBytes: isPlain ? view.getUint32(10, true) + rowBytes * height : 0 };
  } catch (error) {
    throw new LiasseFailure('damaged-image', 'bmp header', { cause: error });
  }
}
