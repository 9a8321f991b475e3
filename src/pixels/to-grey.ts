import type { Raster } from '#ports/pages.ts';

/** Luminance of an RGB raster (ITU-R BT.601, in 8-bit fixed point); a grey raster is returned as it is. */
export function toGrey(raster: Raster): Raster {
  if (raster.channels === 1) return raster;
  const { width, height, pixels } = raster;
  const grey = new Uint8Array(width * height);
  for (let index = 0, at = 0; index < grey.length; index += 1, at += 3) {
    grey[index] = ((pixels[at] ?? 0) * 77 + (pixels[at + 1] ?? 0) * 150 + (pixels[at + 2] ?? 0) * 29) >> 8;
  }
  return { width, height, channels: 1, pixels: grey };
}
