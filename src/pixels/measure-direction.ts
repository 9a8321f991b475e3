import type { Raster } from '#ports/pages.ts';
import { scaleRaster } from './resample.ts';

/**
 * The page lies on its side when its columns are so much sharper than its rows. Papers are nearly always higher than wide: one that came wide
 * needs little to be turned, one that came high needs much (handwriting has hardly any rhythm of lines: 1.4 to 1.8 upright).
 */
const SIDEWAYS_RATIO = { high: 1.9, wide: 0.9 };
/** At this width letters melt into lines of grey: what is left is the rhythm of the lines, not the stems of the letters. */
const WORKING_SIDE = 420;
/** Strips so narrow that a skew of some degrees does not smear the lines within one. */
const STRIP = 28;

/** Whether the text lines of a grey page run up and down: then it has to be turned by a quarter, one way or the other. */
export function liesOnItsSide(page: Raster): boolean {
  const small = scaleRaster(page, Math.min(1, WORKING_SIDE / Math.min(page.width, page.height)));
  const rows = roughness(small, false);
  const columns = roughness(small, true);
  return columns > rows * (page.height >= page.width ? SIDEWAYS_RATIO.high : SIDEWAYS_RATIO.wide);
}

/** How much the darkness of neighbouring lines differs, summed over strips; lines are rows, or columns when `isAcross`. */
function roughness({ width, height, pixels }: Raster, isAcross: boolean): number {
  const [lines, length] = isAcross ? [width, height] : [height, width];
  const [lineStep, alongStep] = isAcross ? [1, width] : [width, 1];
  const [rim, rimAlong] = [Math.round(lines * 0.05), Math.round(length * 0.05)];
  let jumps = 0;
  for (let from = rimAlong; from + STRIP <= length - rimAlong; from += STRIP) {
    let before = -1;
    for (let line = rim; line < lines - rim; line += 1) {
      let light = 0;
      for (let along = from; along < from + STRIP; along += 1)
        light += pixels[line * lineStep + along * alongStep] ?? 255;
      // Half-tones of paper grain differ by little; only text makes jumps worth counting.
      if (before >= 0 && Math.abs(light - before) > STRIP * 6) jumps += (light - before) ** 2;
      before = light;
    }
  }
  return jumps;
}
