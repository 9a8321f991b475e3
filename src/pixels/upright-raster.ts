import type { PageGeometry } from '#domain/page-reading.ts';
import type { Raster } from '#ports/pages.ts';
import type { Quad } from './find-page-quad.ts';
import { rotateRaster } from './resample.ts';
import { straightenQuad } from './straighten-quad.ts';
import { turnRaster } from './turn-raster.ts';

/** A raw page made upright: perspective undone, turned, deskewed, in the order that `PageGeometry` tells. */
export function uprightRaster(raw: Raster, geometry: PageGeometry): Raster {
  const quad = asQuad(geometry.quad);
  const flat = quad === null ? raw : straightenQuad(raw, quad);
  return rotateRaster(turnRaster(flat, geometry.turned), -geometry.skewDegrees);
}

function asQuad(corners: PageGeometry['quad']): Quad | null {
  const [a, b, c, d] = corners ?? [];
  return a && b && c && d ? [a, b, c, d] : null;
}
