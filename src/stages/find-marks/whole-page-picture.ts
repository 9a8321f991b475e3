import type { PageMark, PageReading } from '#domain/page-reading.ts';
import { quantile } from '#pixels/quantile.ts';
import type { Raster } from '#ports/pages.ts';

/** A page with more lines than this has been read, whatever lies behind them. */
const MOST_LINES = 5;
/** Of the range between the darkest and the lightest, what is neither ink nor paper lies this far from both. */
const FROM_BOTH = 0.2;
/**
 * Pages of print, however photographed, have up to 4 % of their pixels in between, a drawing, a logo or a page of one colour 0 to 1 %, photographs 8 to 19 %
 * (shadows taken out; six photographs, four graphics, pages of print). A fax of a photograph has none, and no rule can tell it from a drawing.
 */
const LEAST_HALFTONES = 0.06;
const [DARKEST, LIGHTEST] = [0.005, 0.95];

/** The photograph that a page without text is, as one mark; none for print, drawings, logos, colour and what is blurred, which may be print. */
export function wholePagePicture(
  grey: Raster,
  { lines, quality, source }: Pick<PageReading, 'lines' | 'quality' | 'source'>,
): PageMark[] {
  const isBlurred = quality?.problems.includes('blurred') ?? false;
  if (lines.length > MOST_LINES || isBlurred || source === 'text-layer') return [];
  const share = halftoneShare(grey);
  if (share < LEAST_HALFTONES) return [];
  return [{ kind: 'photo', box: [0, 0, 1, 1], confidence: Math.min(0.95, 0.5 + 3 * share), text: null }];
}

/** Share of the pixels that are neither ink nor paper, 0 to 1. */
export function halftoneShare({ pixels }: Raster): number {
  const counts = new Uint32Array(256);
  for (const value of pixels) counts[value] = (counts[value] ?? 0) + 1;
  const [low, high] = [quantile(counts, pixels.length, DARKEST), quantile(counts, pixels.length, LIGHTEST)];
  const margin = FROM_BOTH * (high - low);
  const between = counts.reduce(
    (sum, count, value) => (value > low + margin && value < high - margin ? sum + count : sum),
    0,
  );
  return between / pixels.length;
}
