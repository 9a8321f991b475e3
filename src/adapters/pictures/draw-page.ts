import sharp from 'sharp';
import type { Raster } from '#ports/pages.ts';

/** A whole page as a JPEG file, its colours as they are. */
export function drawPage({ pixels, width, height, channels }: Raster): Promise<Buffer> {
  return sharp(pixels, { raw: { width, height, channels } }).jpeg({ quality: 78, mozjpeg: false }).toBuffer();
}
