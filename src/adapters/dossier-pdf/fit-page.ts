import type { DossierPages } from '#definitions/casework/dossier.schema.ts';
import type { Matrix } from './matrix.ts';

/** A4 in points. */
export const A4 = { width: 595.28, height: 841.89 };
const POINTS_A_MILLIMETRE = 72 / 25.4;
/** A page so much wider than high is laid across. */
const ACROSS = 1.05;

/** An A4 sheet and where on it the upright original lies. */
export interface FittedPage {
  readonly width: number;
  readonly height: number;
  /** From the unit square (origin bottom left) to the place of the original. */
  readonly place: Matrix;
}

/** Points from millimetres. */
export function points(millimetres: number): number {
  return millimetres * POINTS_A_MILLIMETRE;
}

/**
 * The sheet for an upright original of a size, inside the margins and in the middle. Larger ones are made smaller, smaller ones larger as far as `most` (times)
 * allows.
 */
export function fitPage(
  original: { readonly width: number; readonly height: number },
  most: number,
  { side, top, bottom }: DossierPages['margins'],
): FittedPage {
  const isAcross = original.width > original.height * ACROSS;
  const [width, height] = isAcross ? [A4.height, A4.width] : [A4.width, A4.height];
  const [inWidth, inHeight] = [width - 2 * points(side), height - points(top) - points(bottom)];
  const scale = Math.min(inWidth / original.width, inHeight / original.height, most);
  const [w, h] = [original.width * scale, original.height * scale];
  const x = (width - w) / 2;
  const y = points(bottom) + (inHeight - h) / 2;
  return { width, height, place: [w, 0, 0, h, x, y] };
}
