import type { Raster } from '#ports/pages.ts';

/**
 * A projective map from a pixel (x, y) of the new raster to the old one:
 * ((a·x + b·y + c) / w, (d·x + e·y + f) / w) with w = g·x + h·y + 1. With g = h = 0 it is affine.
 */
export type Projection = readonly [
  a: number,
  b: number,
  c: number,
  d: number,
  e: number,
  f: number,
  g: number,
  h: number,
];

/**
 * A raster of the given size whose pixels are taken from another by bilinear interpolation. Points outside take the nearest edge, so that
 * no false border appears.
 */
export function resample(
  raster: Raster,
  size: { readonly width: number; readonly height: number },
  map: Projection,
): Raster {
  const { width, height, channels, pixels } = raster;
  const [a, b, c, d, e, f, g, h] = map;
  const out = new Uint8Array(size.width * size.height * channels);
  const [lastX, lastY] = [width - 1.001, height - 1.001];
  const row = width * channels;
  let at = 0;
  for (let y = 0; y < size.height; y += 1) {
    for (let x = 0; x < size.width; x += 1) {
      const w = g * x + h * y + 1;
      const sourceX = Math.min(Math.max((a * x + b * y + c) / w, 0), lastX);
      const sourceY = Math.min(Math.max((d * x + e * y + f) / w, 0), lastY);
      const x0 = sourceX | 0;
      const y0 = sourceY | 0;
      const fx = sourceX - x0;
      const fy = sourceY - y0;
      let index = y0 * row + x0 * channels;
      for (let channel = 0; channel < channels; channel += 1) {
        const top = (pixels[index] ?? 255) * (1 - fx) + (pixels[index + channels] ?? 255) * fx;
        const bottom = (pixels[index + row] ?? 255) * (1 - fx) + (pixels[index + row + channels] ?? 255) * fx;
        out[at] = top + (bottom - top) * fy + 0.5;
        at += 1;
        index += 1;
      }
    }
  }
  return { ...size, channels, pixels: out };
}

/** The raster at another scale. Shrinking by more than a half averages first, so that thin strokes do not fall between pixels. */
export function scaleRaster(raster: Raster, factor: number): Raster {
  if (factor === 1) return raster;
  if (factor < 0.5 && raster.width > 1 && raster.height > 1) return scaleRaster(halve(raster), factor * 2);
  const size = {
    width: Math.max(1, Math.round(raster.width * factor)),
    height: Math.max(1, Math.round(raster.height * factor)),
  };
  const shift = 0.5 / factor - 0.5;
  return resample(raster, size, [1 / factor, 0, shift, 0, 1 / factor, shift, 0, 0]);
}

/** Half the size, each pixel the mean of four. */
export function halve({ width, height, channels, pixels }: Raster): Raster {
  const size = { width: width >> 1, height: height >> 1 };
  const out = new Uint8Array(size.width * size.height * channels);
  const row = width * channels;
  let at = 0;
  for (let y = 0; y < size.height; y += 1) {
    let index = y * 2 * row;
    for (let x = 0; x < size.width; x += 1) {
      for (let channel = 0; channel < channels; channel += 1) {
        const top = (pixels[index] ?? 255) + (pixels[index + channels] ?? 255);
        const bottom = (pixels[index + row] ?? 255) + (pixels[index + row + channels] ?? 255);
        out[at] = (top + bottom + 2) >> 2;
        at += 1;
        index += 1;
      }
      index += channels;
    }
  }
  return { ...size, channels, pixels: out };
}

/** The raster turned by a small angle about its middle, clockwise degrees; the size stays. */
export function rotateRaster(raster: Raster, degrees: number): Raster {
  if (degrees === 0) return raster;
  const radians = (degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(radians), Math.sin(radians)];
  const [x, y] = [raster.width / 2, raster.height / 2];
  const map: Projection = [cos, sin, x - x * cos - y * sin, -sin, cos, y + x * sin - y * cos, 0, 0];
  return resample(raster, { width: raster.width, height: raster.height }, map);
}
