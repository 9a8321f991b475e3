import type { Raster } from '#ports/pages.ts';

/** A rectangle in pixels. */
export interface Area {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** The part of the raster inside the area; what lies outside of the raster is left out. */
export function crop(raster: Raster, area: Area): Raster {
  const { left, top, width, height } = within(raster, area);
  const { channels } = raster;
  const pixels = new Uint8Array(width * height * channels);
  for (let y = 0; y < height; y += 1) {
    const from = ((top + y) * raster.width + left) * channels;
    pixels.set(raster.pixels.subarray(from, from + width * channels), y * width * channels);
  }
  return { width, height, channels, pixels };
}

/** The area in whole pixels, cut to the raster. */
export function within(raster: { readonly width: number; readonly height: number }, area: Area): Area {
  const left = Math.min(Math.max(Math.floor(area.left), 0), raster.width);
  const top = Math.min(Math.max(Math.floor(area.top), 0), raster.height);
  const right = Math.min(Math.ceil(area.left + area.width), raster.width);
  const bottom = Math.min(Math.ceil(area.top + area.height), raster.height);
  return { left, top, width: Math.max(0, right - left), height: Math.max(0, bottom - top) };
}
