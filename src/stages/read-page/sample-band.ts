import type { Raster } from '#ports/pages.ts';
import type { Recognition } from '#ports/text-recognizer.ts';

/** Height of the sample in which models are tried, in pixels. */
export const SAMPLE_HEIGHT = 420;
/** A band moves down the page by this much, in pixels. */
const STEP = 20;
/** A word is between a three-hundredth and a thirtieth of the page high; anything else is dust, a rule or a scribble. */
const WORD_HEIGHT = { least: 1 / 300, most: 1 / 30 };
/** Fewer words than this do not tell where the print is. */
const FEWEST_WORDS = 8;

/**
 * The band of the page with most print, as a first reading saw it, in whatever letters: the darkest band may be a table's head, a stamp or a
 * signature. Where it saw hardly any words, the darkest band.
 */
export function wordiestBand(image: Raster, { lines }: Recognition): Raster {
  const { height } = image;
  if (height <= SAMPLE_HEIGHT) return image;
  const words = lines
    .flatMap((line) => line.words)
    .filter(({ text, box }) => text.length >= 2 && box[3] > WORD_HEIGHT.least && box[3] < WORD_HEIGHT.most);
  if (words.length < FEWEST_WORDS) return densestBand(image);
  const rows = words.map(({ text, box }) => ({
    letters: text.length,
    top: box[1] * height,
    end: (box[1] + box[3]) * height,
  }));
  return bandWithMost(image, withinRims(height, SAMPLE_HEIGHT), (top) =>
    rows.reduce((sum, row) => sum + (row.top >= top && row.end <= top + SAMPLE_HEIGHT ? row.letters : 0), 0),
  );
}

/** The band of the page with most ink, `bandHeight` pixels high. */
export function densestBand(image: Raster, bandHeight = SAMPLE_HEIGHT): Raster {
  const { width, height, pixels } = image;
  if (height <= bandHeight) return image;
  const darkness = new Float64Array(height + 1);
  for (let y = 0; y < height; y += 1) {
    let dark = 0;
    for (let x = Math.round(width * 0.06); x < width * 0.94; x += 3)
      dark += (pixels[y * width + x] ?? 255) < 128 ? 1 : 0;
    darkness[y + 1] = (darkness[y] ?? 0) + dark;
  }
  return bandWithMost(
    image,
    withinRims(height, bandHeight),
    (top) => (darkness[top + bandHeight] ?? 0) - (darkness[top] ?? 0),
  );
}

/** Where a band may lie and how it moves, in pixels. */
export interface BandPlaces {
  readonly bandHeight: number;
  readonly step: number;
  /** Highest place of its top, and lowest of its end. */
  readonly from: number;
  readonly to: number;
}

/** The band of the page, `bandHeight` pixels high, in which something is most; the highest of equals. */
export function bandWithMost(
  { width, pixels }: Raster,
  { bandHeight, step, from, to }: BandPlaces,
  amountFrom: (top: number) => number,
): Raster {
  let best = { top: 0, amount: -1 };
  for (let top = from; top + bandHeight <= to; top += step) {
    const amount = amountFrom(top);
    if (amount > best.amount) best = { top, amount };
  }
  const rows = pixels.subarray(best.top * width, (best.top + bandHeight) * width);
  return { width, height: bandHeight, channels: 1, pixels: rows };
}

/** The rims of the page, where scans have shadows, are left out. */
function withinRims(height: number, bandHeight: number): BandPlaces {
  return { bandHeight, step: STEP, from: Math.round(height * 0.04), to: height * 0.97 };
}
