import type { InkPixels } from './ink-pixels.ts';

/** A straight line of ink, in pixels; `angle` in degrees clockwise from the horizontal, 0..180. */
export interface Segment {
  readonly from: readonly [x: number, y: number];
  readonly to: readonly [x: number, y: number];
  readonly length: number;
  readonly angle: number;
  /** Share of its length that is inked. */
  readonly coverage: number;
}

/** Hand stamps and old scans break lines: gaps of so many pixels don't end one. */
const LARGEST_GAP = 8;
const LEAST_COVERAGE = 0.72;
/** More lines than this is a drawing or a text, not a frame. */
const MOST_SEGMENTS = 24;

/** The straight lines of ink with a length in the given range, the best first, each told once. */
export function findSegments(ink: InkPixels, lengths: LengthRange): Segment[] {
  const found: Segment[] = [];
  const table = createTurningTable(ink);
  for (let angle = 0; angle < 180; angle += 1) found.push(...segmentsAt(table, angle, lengths));
  found.sort((one, other) => other.length * other.coverage - one.length * one.coverage);
  const kept: Segment[] = [];
  for (const segment of found) {
    if (kept.length === MOST_SEGMENTS) break;
    if (!kept.some((other) => isSameLine(segment, other))) kept.push(segment);
  }
  return kept;
}

interface LengthRange {
  readonly least: number;
  readonly most: number;
}

/** The ink, and room for where its pixels lie once turned: made once for all angles, since it is larger than all else that is needed. */
interface TurningTable {
  readonly ink: InkPixels;
  readonly rows: Int32Array;
  readonly columns: Int32Array;
  readonly order: Int32Array;
}

function createTurningTable(ink: InkPixels): TurningTable {
  const room = (): Int32Array => new Int32Array(ink.xs.length);
  return { ink, rows: room(), columns: room(), order: room() };
}

/** The lines at one angle: the ink is turned until they lie level, and rows of three pixels are looked at. */
function segmentsAt(table: TurningTable, angle: number, lengths: LengthRange): Segment[] {
  const { xs, ys } = table.ink;
  const [cos, sin] = [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)];
  const rows = turned(ys, xs, [cos, -sin], table.rows);
  const leastInk = lengths.least * LEAST_COVERAGE;
  const full = fullRows(rows, leastInk);
  if (full.length === 0) return [];
  const columns = turned(xs, ys, [cos, sin], table.columns);
  const { low, high } = rangeOf(columns);
  if (high - low < lengths.least) return [];
  const inked = new Uint8Array(high - low + 1);
  const segments: Segment[] = [];
  const byRow = sortedByRow(rows, table.order);
  for (const row of full) {
    inked.fill(0);
    // Strokes across the row fill few of its columns.
    if (inkColumns(byRow(row), columns, { inked, low }) < leastInk) continue;
    const { left, right, coverage } = longestStretch(inked);
    const length = right - left;
    if (length < lengths.least || length > lengths.most || coverage < LEAST_COVERAGE) continue;
    const point = (column: number): [number, number] => [column * cos - row * sin, column * sin + row * cos];
    segments.push({ from: point(left + low), to: point(right + low), length, angle, coverage });
  }
  return segments;
}

function turned(one: Int32Array, other: Int32Array, [a, b]: readonly [number, number], out: Int32Array): Int32Array {
  for (let at = 0; at < out.length; at += 1) out[at] = Math.floor((one[at] ?? 0) * a + (other[at] ?? 0) * b + 0.5);
  return out;
}

/** Marks the columns of some pixels, and tells how many there are. */
function inkColumns(
  pixels: Int32Array,
  columns: Int32Array,
  { inked, low }: { readonly inked: Uint8Array; readonly low: number },
): number {
  let count = 0;
  for (let at = 0; at < pixels.length; at += 1) {
    const column = (columns[pixels[at] ?? 0] ?? 0) - low;
    if (inked[column] === 1) continue;
    inked[column] = 1;
    count += 1;
  }
  return count;
}

/** Pixels in the order of their rows; of a row it gives those in it and in the rows above and below. */
function sortedByRow(rows: Int32Array, order: Int32Array): (row: number) => Int32Array {
  const { low, high } = rangeOf(rows);
  const starts = new Int32Array(high - low + 2);
  for (let at = 0; at < rows.length; at += 1) {
    const index = (rows[at] ?? 0) - low + 1;
    starts[index] = (starts[index] ?? 0) + 1;
  }
  for (let index = 1; index < starts.length; index += 1)
    starts[index] = (starts[index] ?? 0) + (starts[index - 1] ?? 0);
  const next = starts.slice();
  for (let at = 0; at < rows.length; at += 1) {
    const index = (rows[at] ?? 0) - low;
    const place = next[index] ?? 0;
    order[place] = at;
    next[index] = place + 1;
  }
  return (row) =>
    order.subarray(starts[Math.max(0, row - 1 - low)], starts[Math.min(starts.length - 1, row + 2 - low)]);
}

function rangeOf(values: Int32Array): { low: number; high: number } {
  let [low, high] = [values[0] ?? 0, values[0] ?? 0];
  for (let at = 1; at < values.length; at += 1) {
    const value = values[at] ?? 0;
    if (value < low) low = value;
    else if (value > high) high = value;
  }
  return { low, high };
}

/** Rows that, with those above and below, hold ink enough for a line and more than their neighbours two away. */
function fullRows(rows: Int32Array, least: number): number[] {
  const { low, high } = rangeOf(rows);
  const counts = new Uint32Array(Math.max(0, high - low + 1));
  for (let at = 0; at < rows.length; at += 1) {
    const index = (rows[at] ?? 0) - low;
    counts[index] = (counts[index] ?? 0) + 1;
  }
  const three = (at: number): number => (counts[at - 1] ?? 0) + (counts[at] ?? 0) + (counts[at + 1] ?? 0);
  const full: number[] = [];
  for (let at = 0; at < counts.length; at += 1) {
    const here = three(at);
    if (here >= least && here > three(at - 2) && here >= three(at + 2)) full.push(at + low);
  }
  return full;
}

/** The longest stretch of inked columns without a large gap. */
function longestStretch(inked: Uint8Array): { left: number; right: number; coverage: number } {
  let best = { left: 0, right: 0, coverage: 0 };
  let [start, last, count] = [-1, -1, 0];
  for (let column = inked.indexOf(1); column !== -1; column = inked.indexOf(1, column + 1)) {
    if (start === -1 || column - last > LARGEST_GAP) [start, count] = [column, 0];
    last = column;
    count += 1;
    if (last - start > best.right - best.left)
      best = { left: start, right: last, coverage: count / (last - start + 1) };
  }
  return best;
}

/** Nearly the same place and direction as a line that is known already. */
function isSameLine(one: Segment, other: Segment): boolean {
  if (angleBetween(one.angle, other.angle) > 8) return false;
  const [dx, dy] = [(other.to[0] - other.from[0]) / other.length, (other.to[1] - other.from[1]) / other.length];
  const distance = ([x, y]: readonly [number, number]): number =>
    Math.abs((x - other.from[0]) * dy - (y - other.from[1]) * dx);
  const along = ([x, y]: readonly [number, number]): number => (x - other.from[0]) * dx + (y - other.from[1]) * dy;
  const overlap =
    Math.min(other.length, Math.max(along(one.from), along(one.to))) -
    Math.max(0, Math.min(along(one.from), along(one.to)));
  return Math.max(distance(one.from), distance(one.to)) < 7 && overlap > one.length * 0.5;
}

/** Degrees between two directions without arrow, 0..90. */
export function angleBetween(one: number, other: number): number {
  const between = Math.abs(one - other) % 180;
  return Math.min(between, 180 - between);
}
