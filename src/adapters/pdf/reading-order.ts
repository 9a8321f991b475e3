import { median } from '#domain/median.ts';
import type { TextRun } from './text-run.ts';

/** Runs that stand together on one line, left to right: a line of a column, a cell of a table, a label. */
type Segment = readonly TextRun[];

interface Placed {
  readonly segment: Segment;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly words: number;
}

/** A line this wide that begins this near to the left, as shares of what stands around it, runs over all columns and parts what is above from below. */
const SPANNING = { width: 0.55, start: 0.12 };
/** White space that parts columns and bands, in heights of a line. */
const GAP = { column: 1.2, band: 0.6 };
/** Cells of a table stand in rows: this share of one side has its like on the other. */
const IN_ROWS = 0.6;
/** Columns of running text stand in rows too, but in long ones. */
const RUNNING = { words: 3.5, lines: 4 };

/**
 * The order in which a person reads what stands on a page: columns of a letterhead or an article one after the other, rows of a table one
 * after the other. Cuts the page at lines that run over all of it, then at white space from top to bottom and from side to side (XY-cut,
 * Nagy & Seth 1984). `segments` come in rows from top to bottom.
 */
export function inReadingOrder(segments: readonly Segment[]): Segment[] {
  const placed = segments.flatMap((segment) => place(segment) ?? []);
  return order(placed).map(({ segment }) => segment);
}

function order(parts: readonly Placed[]): Placed[] {
  const start = Math.min(...parts.map(({ left }) => left));
  const width = Math.max(...parts.map(({ right }) => right)) - start;
  const bands: Placed[][] = [[]];
  for (const part of parts) {
    const isWide = part.right - part.left >= width * SPANNING.width;
    if (isWide && part.left - start <= width * SPANNING.start) bands.push([part], []);
    else bands.at(-1)?.push(part);
  }
  return bands.flatMap((band) => orderBand(band));
}

function orderBand(parts: readonly Placed[]): Placed[] {
  if (parts.length < 4) return [...parts];
  const columns = columnsOf(parts);
  if (columns !== undefined) {
    const [first, second] = isRightToLeft(parts) ? [columns[1], columns[0]] : columns;
    return [...order(first), ...order(second)];
  }
  const cuts = cutsAtGaps(parts, heightOf(parts) * GAP.band, ({ top, bottom }) => [top, bottom]);
  // A cut that leaves columns whole is better than a wider one through them.
  const bands = cuts.find(([above, below]) => columnsOf(above) ?? columnsOf(below)) ?? cuts[0];
  return bands === undefined ? [...parts] : [...orderBand(bands[0]), ...orderBand(bands[1])];
}

type Cut = readonly [before: Placed[], after: Placed[]];

function columnsOf(parts: readonly Placed[]): Cut | undefined {
  if (parts.length < 4) return undefined;
  const [widest] = cutsAtGaps(parts, heightOf(parts) * GAP.column, ({ left, right }) => [left, right]);
  return widest !== undefined && areColumns(widest) ? widest : undefined;
}

/** The parts before and after each white space along one direction that is wide enough, the widest first. */
function cutsAtGaps(
  parts: readonly Placed[],
  least: number,
  span: (part: Placed) => readonly [from: number, to: number],
): Cut[] {
  const gaps: { readonly width: number; readonly at: number }[] = [];
  let reached = Number.POSITIVE_INFINITY;
  for (const [from, to] of parts.map(span).sort((a, b) => a[0] - b[0])) {
    if (from - reached > least) gaps.push({ width: from - reached, at: from });
    reached = reached === Number.POSITIVE_INFINITY ? to : Math.max(reached, to);
  }
  return gaps
    .sort((a, b) => b.width - a.width)
    .map(({ at }) => [parts.filter((part) => span(part)[0] < at), parts.filter((part) => span(part)[0] >= at)]);
}

function heightOf(parts: readonly Placed[]): number {
  return median(parts.map(({ top, bottom }) => bottom - top));
}

function areColumns([left, right]: Cut): boolean {
  const [few, many] = left.length <= right.length ? [left, right] : [right, left];
  if (few.length < 2) return false;
  const inRows = few.filter((one) => many.some((other) => isSameRow(one, other))).length / few.length;
  return inRows < IN_ROWS || (isRunning(left) && isRunning(right));
}

function isSameRow(one: Placed, other: Placed): boolean {
  const apart = Math.abs(one.top + one.bottom - other.top - other.bottom) / 2;
  return apart < Math.min(one.bottom - one.top, other.bottom - other.top) * 0.35;
}

function isRunning(parts: readonly Placed[]): boolean {
  const words = parts.reduce((sum, part) => sum + part.words, 0);
  return parts.length >= RUNNING.lines && words / parts.length >= RUNNING.words;
}

function isRightToLeft(parts: readonly Placed[]): boolean {
  const runs = parts.flatMap(({ segment }) => segment);
  return runs.filter((run) => run.isRightToLeft).length * 2 > runs.length;
}

function place(segment: Segment): Placed | undefined {
  if (segment.length === 0) return undefined;
  return {
    segment,
    left: Math.min(...segment.map(({ x }) => x)),
    right: Math.max(...segment.map(({ x, width }) => x + width)),
    top: Math.min(...segment.map(({ y }) => y)),
    bottom: Math.max(...segment.map(({ y, height }) => y + height)),
    words: segment.reduce((sum, { text }) => sum + text.trim().split(/\s+/).length, 0),
  };
}
