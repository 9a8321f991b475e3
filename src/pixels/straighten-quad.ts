import type { Raster } from '#ports/pages.ts';
import type { Quad } from './find-page-quad.ts';
import { type Projection, resample } from './resample.ts';

/** The sheet inside the quad as an upright rectangle: the perspective of the photo undone. */
export function straightenQuad(raster: Raster, quad: Quad): Raster {
  const { map, ...size } = sheetInside(raster, quad);
  return resample(raster, size, map);
}

/** Size of the sheet inside the quad once it is straight, pixels, and the map from it to the raster. */
export function sheetInside(
  raster: { readonly width: number; readonly height: number },
  quad: Quad,
): { readonly width: number; readonly height: number; readonly map: Projection } {
  const at = ([x, y]: readonly [number, number]): [number, number] => [x * raster.width, y * raster.height];
  const [a, b, c, d] = [at(quad[0]), at(quad[1]), at(quad[2]), at(quad[3])];
  const width = Math.round(Math.max(distance(a, b), distance(d, c)));
  const height = Math.round(Math.max(distance(b, c), distance(a, d)));
  return { width, height, map: projection({ width, height }, [a, b, c, d]) };
}

function distance(a: readonly [number, number], b: readonly [number, number]): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1]);
}

/** The projective map from a rectangle to four corners (Heckbert 1989: unit square to quadrilateral). */
function projection(
  { width, height }: { readonly width: number; readonly height: number },
  [p0, p1, p2, p3]: readonly [
    readonly [number, number],
    readonly [number, number],
    readonly [number, number],
    readonly [number, number],
  ],
): Projection {
  const [dx1, dx2, dx3] = [p1[0] - p2[0], p3[0] - p2[0], p0[0] - p1[0] + p2[0] - p3[0]];
  const [dy1, dy2, dy3] = [p1[1] - p2[1], p3[1] - p2[1], p0[1] - p1[1] + p2[1] - p3[1]];
  const determinant = dx1 * dy2 - dx2 * dy1 || 1e-9;
  const g = (dx3 * dy2 - dx2 * dy3) / determinant;
  const h = (dx1 * dy3 - dx3 * dy1) / determinant;
  return [
    (p1[0] - p0[0] + g * p1[0]) / width,
    (p3[0] - p0[0] + h * p3[0]) / height,
    p0[0],
    (p1[1] - p0[1] + g * p1[1]) / width,
    (p3[1] - p0[1] + h * p3[1]) / height,
    p0[1],
    g / width,
    h / height,
  ];
}
