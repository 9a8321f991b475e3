import type { PageGeometry } from '#domain/page-reading.ts';
import type { Projection } from './resample.ts';
import { sheetInside } from './straighten-quad.ts';

type Point = readonly [x: number, y: number];
interface Size {
  readonly width: number;
  readonly height: number;
}

/** Where a pixel of the raw page comes to on the upright one (`uprightRaster`), as fractions of it. */
export function uprightPoint(point: Point, raw: Size, geometry: PageGeometry): Point {
  const [a, b, c, d] = geometry.quad ?? [];
  const sheet = a && b && c && d ? sheetInside(raw, [a, b, c, d]) : undefined;
  const flat = sheet === undefined ? point : throughInverse(sheet.map, point);
  const size = sheet ?? raw;
  const turned = turnPoint(flat, size, geometry.turned);
  const isAcross = geometry.turned === 90 || geometry.turned === 270;
  const [width, height] = isAcross ? [size.height, size.width] : [size.width, size.height];
  const [x, y] = rotatePoint(turned, [width / 2, height / 2], -geometry.skewDegrees);
  return [x / width, y / height];
}

/** Solves map(x, y) = point: two linear equations once multiplied by their denominator. */
function throughInverse([a, b, c, d, e, f, g, h]: Projection, [u, v]: Point): Point {
  const [a1, b1, c1] = [a - g * u, b - h * u, u - c];
  const [a2, b2, c2] = [d - g * v, e - h * v, v - f];
  const determinant = a1 * b2 - a2 * b1 || 1e-9;
  return [(c1 * b2 - c2 * b1) / determinant, (a1 * c2 - a2 * c1) / determinant];
}

function turnPoint([x, y]: Point, { width, height }: Size, turn: PageGeometry['turned']): Point {
  if (turn === 90) return [height - y, x];
  if (turn === 180) return [width - x, height - y];
  return turn === 270 ? [y, width - x] : [x, y];
}

/** Clockwise about the middle, as `rotateRaster` turns. */
export function rotatePoint([x, y]: Point, [middleX, middleY]: Point, degrees: number): Point {
  const radians = (degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(radians), Math.sin(radians)];
  const [dx, dy] = [x - middleX, y - middleY];
  return [middleX + dx * cos - dy * sin, middleY + dx * sin + dy * cos];
}
