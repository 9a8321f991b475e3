import type { Raster } from '#ports/pages.ts';

/** The raster turned clockwise by quarter turns. */
export function turnRaster(raster: Raster, turn: 0 | 90 | 180 | 270): Raster {
  if (turn === 0) return raster;
  const { width, height, channels, pixels } = raster;
  const isAcross = turn !== 180;
  const [newWidth, newHeight] = isAcross ? [height, width] : [width, height];
  const turned = new Uint8Array(pixels.length);
  for (let y = 0; y < newHeight; y += 1) {
    for (let x = 0; x < newWidth; x += 1) {
      const from = sourceOf(turn, x, y, { width, height }) * channels;
      const to = (y * newWidth + x) * channels;
      for (let channel = 0; channel < channels; channel += 1) turned[to + channel] = pixels[from + channel] ?? 255;
    }
  }
  return { width: newWidth, height: newHeight, channels, pixels: turned };
}

/** Index of the pixel of the old raster that comes to (x, y) of the new one. */
function sourceOf(
  turn: 90 | 180 | 270,
  x: number,
  y: number,
  old: { readonly width: number; readonly height: number },
): number {
  if (turn === 90) return (old.height - 1 - x) * old.width + y;
  if (turn === 180) return (old.height - 1 - y) * old.width + (old.width - 1 - x);
  return x * old.width + (old.width - 1 - y);
}
