import sharp from 'sharp';
import type { Box } from '#domain/geometry.ts';
import type { Raster } from '#ports/pages.ts';

/** Around a place, so that one sees where one is: shares of the page. */
const MARGIN = { across: 0.04, down: 0.015 };
const WIDEST = 900;

/** A small picture as a data URL, and its size in pixels. */
export interface CutPicture {
  readonly picture: string;
  readonly width: number;
  readonly height: number;
}

/** Cuts a place out of a page, a little wider than the place. */
export async function cutPicture(page: Raster, [x, y, width, height]: Box): Promise<CutPicture> {
  const left = Math.floor(clamp(x - MARGIN.across) * page.width);
  const top = Math.floor(clamp(y - MARGIN.down) * page.height);
  const right = Math.ceil(clamp(x + width + MARGIN.across) * page.width);
  const bottom = Math.ceil(clamp(y + height + MARGIN.down) * page.height);
  const { data, info } = await sharp(page.pixels, {
    raw: { width: page.width, height: page.height, channels: page.channels },
  })
    .extract({ left, top, width: Math.max(1, right - left), height: Math.max(1, bottom - top) })
    .resize({ width: WIDEST, withoutEnlargement: true })
    .jpeg({ quality: 72 })
    .toBuffer({ resolveWithObject: true });
  return {
    picture: `data:image/jpeg;base64,${data.toString('base64')}`,
    width: info.width,
    height: info.height,
  };
}

function clamp(share: number): number {
  return Math.min(1, Math.max(0, share));
}
