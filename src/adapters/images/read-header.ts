import sharp from 'sharp';
import { LiasseFailure } from '#domain/failure.ts';
import { type TiffPage, tiffPages } from './tiff-pages.ts';

/** What the head of a picture says. */
export interface ImageHeader {
  /** Of its largest page. */
  readonly width: number;
  readonly height: number;
  readonly frames: readonly Pick<TiffPage, 'index' | 'pixelHeight'>[];
}

/** Reads no pixels. Throws `damaged-image`. */
export async function readHeader(bytes: Uint8Array): Promise<ImageHeader> {
  try {
    // The default pixel limit must not turn a huge image into a "damaged" one: the size is judged by the caller.
    const { width, height, pages = 1, format } = await sharp(bytes, { limitInputPixels: false }).metadata();
    // The frames of an animation are not pages.
    if (format !== 'tiff') return { width, height, frames: [{ index: 0, pixelHeight: 1 }] };
    const listed = tiffPages(bytes).filter(({ index }) => index < pages);
    const largest = listed.reduce((most, page) => (page.width * page.height > most.width * most.height ? page : most), {
      width,
      height,
    });
    const all = Array.from({ length: pages }, (_, index) => ({ index, pixelHeight: 1 }));
    return { width: largest.width, height: largest.height, frames: listed.length > 0 ? listed : all };
  } catch (error) {
    throw new LiasseFailure('damaged-image', 'header', { cause: error });
  }
}
