import type { PageQuality } from '#domain/page-reading.ts';
import type { Raster } from '#ports/pages.ts';
import { quantile } from './quantile.ts';

/** Below these the print is hard to read; set on synthetic photos, to be revised with real ones. */
const LEAST = { sharpness: 0.12, contrast: 0.25, longSide: 900 };

/** What the pixels of a grey upright page are worth: sharpness of the strokes, contrast between ink and paper, and what went wrong. */
export function measureQuality(page: Raster): PageQuality {
  const { sharpness, contrast } = strokes(page);
  const problems: string[] = [];
  if (sharpness < LEAST.sharpness) problems.push('blurred');
  if (contrast < LEAST.contrast) problems.push('faint');
  if (Math.max(page.width, page.height) < LEAST.longSide) problems.push('low-resolution');
  return { sharpness: round(sharpness), contrast: round(contrast), problems };
}

/** Sharpness: the steepest tenth of thousandths of steps between neighbours relative to the contrast; contrast: paper minus ink, 0..1. */
function strokes({ width, height, pixels }: Raster): { sharpness: number; contrast: number } {
  const steps = new Uint32Array(256);
  const values = new Uint32Array(256);
  let count = 0;
  for (let y = 0; y < height; y += 2) {
    countRow(pixels.subarray(y * width, (y + 1) * width), steps, values);
    count += width - 1;
  }
  const contrast = (quantile(values, count, 0.95) - quantile(values, count, 0.005)) / 255;
  return { sharpness: Math.min(1, quantile(steps, count, 0.997) / Math.max(contrast * 255, 1)), contrast };
}

/** Counts the values of a row but for its last, and the steps from each to the next. */
function countRow(row: Uint8Array, steps: Uint32Array, values: Uint32Array): void {
  let value = row[0] ?? 0;
  for (let at = 1; at < row.length; at += 1) {
    const next = row[at] ?? 0;
    const step = Math.abs(value - next);
    steps[step] = (steps[step] ?? 0) + 1;
    values[value] = (values[value] ?? 0) + 1;
    value = next;
  }
}

const round = (value: number): number => Math.round(value * 1000) / 1000;
