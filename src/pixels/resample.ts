import type { Raster } from '#ports/pages.ts';
import { resampleGrey, type Size } from './resample-grey.ts';
import { LARGEST_SHEAR, turnByShears } from './turn-by-shears.ts';

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
export function resample(raster: Raster, size: Size, map: Projection): Raster {
  const [a, b, c, d, e, f, g, h] = map;
  const isAffine = g === 0 && h === 0;
  return isAffine && raster.channels === 1
    ? resampleGrey(raster, size, [a, b, c, d, e, f])
    : resampleAny(raster, size, map);
}

function resampleAny(raster: Raster, size: Size, map: Projection): Raster {
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

/** Half the size, each pixel the mean of four. Remembered as long as the raster lives: finding the sheet, measuring and marks all ask for it. */
export function halve(raster: Raster): Raster {
  const known = halves.get(raster);
  if (known !== undefined) return known;
  const half = raster.channels === 1 ? halveGrey(raster) : halveColour(raster);
  halves.set(raster, half);
  return half;
}
const halves = new WeakMap<Raster, Raster>();

function halveGrey({ width, height, pixels }: Raster): Raster {
  const size = { width: width >> 1, height: height >> 1 };
  const out = new Uint8Array(size.width * size.height);
  // A row is a call of its own: such functions are compiled after some hundred rows, long loops within loops only after some pages.
  for (let y = 0; y < size.height; y += 1)
    halveRow(pixels, out, { width, from: y * 2 * width, at: y * size.width, end: (y + 1) * size.width });
  return { ...size, channels: 1, pixels: out };
}

/** A row to be made: from where two rows of a width begin, pixels `at` to `end` of the new raster. */
interface HalfRow {
  readonly width: number;
  readonly from: number;
  readonly at: number;
  readonly end: number;
}

function halveRow(pixels: Uint8Array, out: Uint8Array, { width, from, at, end }: HalfRow): void {
  let index = from;
  for (let target = at; target < end; target += 1) {
    const top = (pixels[index] ?? 255) + (pixels[index + 1] ?? 255);
    const bottom = (pixels[index + width] ?? 255) + (pixels[index + width + 1] ?? 255);
    out[target] = (top + bottom + 2) >> 2;
    index += 2;
  }
}

function halveColour({ width, height, channels, pixels }: Raster): Raster {
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

/**
 * The raster turned by a small angle about its middle, clockwise degrees, and brought to another scale on the way; turned alone, its size
 * stays. Two steps in one: each costs as much, and interpolating twice would blur twice.
 */
export function rotateRaster(raster: Raster, degrees: number, factor = 1): Raster {
  if (degrees === 0) return scaleRaster(raster, factor);
  if (factor < 0.5) return rotateRaster(halve(raster), degrees, factor * 2);
  if (factor === 1 && raster.channels === 1 && Math.abs(degrees) <= LARGEST_SHEAR) return turnByShears(raster, degrees);
  const size = { width: Math.round(raster.width * factor), height: Math.round(raster.height * factor) };
  const radians = (degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(radians) / factor, Math.sin(radians) / factor];
  const [x, y] = [size.width / 2, size.height / 2];
  const map: Projection = [
    cos,
    sin,
    raster.width / 2 - x * cos - y * sin,
    -sin,
    cos,
    raster.height / 2 + x * sin - y * cos,
    0,
    0,
  ];
  return resample(raster, size, map);
}
