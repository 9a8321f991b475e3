import type { PageGeometry } from '#domain/page-reading.ts';
import { sheetInside } from './straighten-quad.ts';
import { rotatePoint } from './upright-point.ts';

type Point = readonly [x: number, y: number];
interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * Where a place on the upright page (fractions of it) stands on the raw one (fractions of that): the inverse of `uprightPoint`. Of the raw page only the shape
 * matters, whatever its size is counted in.
 */
export function rawPoint([x, y]: Point, raw: Size, geometry: PageGeometry): Point {
  const [a, b, c, d] = geometry.quad ?? [];
  const sheet = a && b && c && d ? sheetInside(raw, [a, b, c, d]) : undefined;
  const size = sheet ?? raw;
  const isAcross = geometry.turned === 90 || geometry.turned === 270;
  const [width, height] = isAcross ? [size.height, size.width] : [size.width, size.height];
  const turned = rotatePoint([x * width, y * height], [width / 2, height / 2], geometry.skewDegrees);
  const flat = turnBack(turned, size, geometry.turned);
  const [rawX, rawY] = sheet === undefined ? flat : through(sheet.map, flat);
  return [rawX / raw.width, rawY / raw.height];
}

function turnBack([x, y]: Point, { width, height }: Size, turned: PageGeometry['turned']): Point {
  if (turned === 90) return [y, height - x];
  if (turned === 180) return [width - x, height - y];
  return turned === 270 ? [width - y, x] : [x, y];
}

function through([a, b, c, d, e, f, g, h]: ReturnType<typeof sheetInside>['map'], [x, y]: Point): Point {
  const w = g * x + h * y + 1;
  return [(a * x + b * y + c) / w, (d * x + e * y + f) / w];
}
