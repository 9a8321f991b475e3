import { z } from 'zod';

/**
 * A rectangle on the upright page: `[x, y, width, height]` as fractions of the page (0..1), origin top left.
 * Fractions survive any rendering resolution, so a box found at 200 dpi still fits the page in the browser.
 */
export const boxSchema = z.tuple([z.number(), z.number(), z.number(), z.number()]);
export type Box = z.infer<typeof boxSchema>;

/** The smallest box that holds all the given ones; undefined for none. */
export function unionOfBoxes(boxes: readonly Box[]): Box | undefined {
  const [first] = boxes;
  if (first === undefined) return undefined;
  let [left, top] = first;
  let right = left + first[2];
  let bottom = top + first[3];
  for (const [x, y, width, height] of boxes) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x + width);
    bottom = Math.max(bottom, y + height);
  }
  return [left, top, right - left, bottom - top];
}

/** The box with its numbers rounded to four decimals (a tenth of a millimetre on A4), so that output stays byte-equal. */
export function roundedBox(box: Box): Box {
  const round = (value: number): number => Math.round(value * 10_000) / 10_000;
  return [round(box[0]), round(box[1]), round(box[2]), round(box[3])];
}
