import type { PageGeometry, PageQuality } from '#domain/page-reading.ts';
import { hasCoveredCorner } from '#pixels/find-covered-corners.ts';
import { findPageQuad } from '#pixels/find-page-quad.ts';
import { flattenLight } from '#pixels/flatten-light.ts';
import { greyOfPrint } from '#pixels/grey-of-print.ts';
import { type Ink, inkOf, inkShareOf, inkThreshold } from '#pixels/ink.ts';
import { liesOnItsSide } from '#pixels/measure-direction.ts';
import { measureQuality } from '#pixels/measure-quality.ts';
import { measureSkew } from '#pixels/measure-skew.ts';
import { halve, rotateRaster, scaleRaster } from '#pixels/resample.ts';
import { straightenQuad } from '#pixels/straighten-quad.ts';

import { toGrey } from '#pixels/to-grey.ts';
import { turnRaster } from '#pixels/turn-raster.ts';
import type { Raster } from '#ports/pages.ts';

/** A page ready for the recogniser, and how it was made so. */
export interface PreparedPage {
  readonly image: Raster;
  readonly geometry: PageGeometry;
  readonly quality: PageQuality;
  /** Share of the page that is ink; next to nothing means a blank page. */
  readonly inkShare: number;
}

/** Longer side in pixels at which A4 print reads best for its time (200 dots an inch), and when it is worth changing. */
const LONG_SIDE = { best: 2_300, least: 1_900, most: 2_900, largestEnlargement: 3 };
const MEASURING_WIDTH = 800;
/** Less skew than this costs the recogniser nothing. */
const LEAST_SKEW = 0.1;

/**
 * Makes a raw page upright, evenly lit and of the right size. A sideways page is turned one quarter; whether it then stands on its head only
 * reading tells. `turned` overrules what the pixels seem to say.
 */
export function preparePage(raw: Raster, turned?: 0 | 90): PreparedPage {
  const luminance = toGrey(raw);
  const quad = findPageQuad(halve(luminance));
  const grey = greyOfPrint(raw, luminance);
  const sheet = flattenLight(quad === null ? grey : straightenQuad(grey, quad));
  // All measuring is done on half the size: a quarter of the pixels, and letters are still letters.
  const half = halve(sheet);
  const turn = turned ?? (liesOnItsSide(half) ? 90 : 0);
  const standing = turnRaster(sheet, turn);
  const ink = measuringInk(turnRaster(half, turn));
  const skew = measureSkew(ink);
  const skewDegrees = Math.abs(skew) < LEAST_SKEW ? 0 : skew;
  return {
    image: rotateRaster(standing, -skewDegrees, readingScale(standing)),
    geometry: { turned: turn, skewDegrees, quad },
    quality: withCovered(measureQuality(sheet), hasCoveredCorner(raw, quad)),
    inkShare: inkShareOf(ink),
  };
}

function withCovered(quality: PageQuality, isCovered: boolean): PageQuality {
  return isCovered ? { ...quality, problems: [...quality.problems, 'covered'] } : quality;
}

/** The same page the other way up. */
export function upsideDown(page: PreparedPage): PreparedPage {
  const turned = page.geometry.turned === 90 ? 270 : 180;
  return { ...page, image: turnRaster(page.image, 180), geometry: { ...page.geometry, turned } };
}

function measuringInk(half: Raster): Ink {
  const small = half.width > MEASURING_WIDTH * 1.25 ? scaleRaster(half, MEASURING_WIDTH / half.width) : half;
  return inkOf(small, Math.min(inkThreshold(small), 190));
}

function readingScale({ width, height }: Raster): number {
  const longer = Math.max(width, height);
  if (longer >= LONG_SIDE.least && longer <= LONG_SIDE.most) return 1;
  return Math.min(LONG_SIDE.best / longer, LONG_SIDE.largestEnlargement);
}
