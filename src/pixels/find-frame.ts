import type { Component } from './components.ts';

/** Two parallel lines of ink of the same length, one above the other: a rectangular frame, possibly askew. Sizes in pixels. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  /** Share of both lines that is inked. */
  readonly coverage: number;
}

/** How far a side may stray from the straight between the ends of the lines, in pixels: shearing slants the sides. */
const SIDE_REACH = 9;
/** Share of the least width that a line must ink. */
const FEWEST_INKED = 0.8;
/** Askew by up to so many degrees. */
const LARGEST_ANGLE = 12;

/** The best frame among the pieces whose sides are in the given range; undefined when there is none. */
export function findFrame(
  pieces: readonly Component[],
  range: { readonly width: readonly [number, number]; readonly height: readonly [number, number] },
): Frame | undefined {
  let best: Frame | undefined;
  for (let angle = -LARGEST_ANGLE; angle <= LARGEST_ANGLE; angle += 1) {
    const slope = Math.tan((angle * Math.PI) / 180);
    if (fullestRow(pieces, slope) < range.width[0] * FEWEST_INKED) continue;
    const rows = shearedRows(pieces, slope);
    const lines = linesOf(rows, range.width);
    for (const [index, top] of lines.entries()) {
      for (const bottom of lines.slice(index + 1)) {
        const frame = frameOf(top, bottom, { heights: range.height, rows });
        if (frame !== undefined && frame.coverage > (best?.coverage ?? 0)) best = frame;
      }
    }
  }
  return best;
}

interface InkLine {
  readonly row: number;
  readonly left: number;
  readonly right: number;
  readonly coverage: number;
}

/** Ink by sheared row. */
type Rows = ReadonlyMap<number, ReadonlySet<number>>;

function frameOf(
  top: InkLine,
  bottom: InkLine,
  among: { readonly heights: readonly [number, number]; readonly rows: Rows },
): Frame | undefined {
  const height = bottom.row - top.row;
  const width = (top.right - top.left + bottom.right - bottom.left) / 2;
  if (height < among.heights[0] || height > among.heights[1]) return undefined;
  const isAligned =
    Math.abs(top.left - bottom.left) < width * 0.14 && Math.abs(top.right - bottom.right) < width * 0.14;
  if (!isAligned) return undefined;
  const left = sideCoverage(top, bottom, { rows: among.rows, edge: 'left' });
  const right = sideCoverage(top, bottom, { rows: among.rows, edge: 'right' });
  // Two flourishes of a signature are parallel too; only a frame has sides.
  if (Math.min(left, right) < 0.55) return undefined;
  return { width, height, coverage: (top.coverage + bottom.coverage + left + right) / 4 };
}

/** Share of the rows between two lines that have ink where the side should be. */
function sideCoverage(
  top: InkLine,
  bottom: InkLine,
  side: { readonly rows: Rows; readonly edge: 'left' | 'right' },
): number {
  let inked = 0;
  for (let row = top.row; row <= bottom.row; row += 1) {
    const share = (row - top.row) / (bottom.row - top.row);
    const x = Math.round(top[side.edge] + (bottom[side.edge] - top[side.edge]) * share);
    const here = side.rows.get(row);
    if (here === undefined) continue;
    for (let near = x - SIDE_REACH; near <= x + SIDE_REACH; near += 1) {
      if (!here.has(near)) continue;
      inked += 1;
      break;
    }
  }
  return inked / (bottom.row - top.row + 1);
}

/** Most pixels in a row of the sheared ink. Counting is quick; only an angle at which it finds enough is looked at closely. */
function fullestRow(pieces: readonly Component[], slope: number): number {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { left, top, right, bottom } of pieces) {
    first = Math.min(first, Math.round(top - Math.max(left * slope, right * slope)));
    last = Math.max(last, Math.round(bottom - Math.min(left * slope, right * slope)));
  }
  const counts = new Uint32Array(Math.max(0, last - first + 1));
  for (const { runs } of pieces) {
    for (let at = 0; at < runs.length; at += 3) {
      const y = runs[at] ?? 0;
      const to = runs[at + 2] ?? 0;
      for (let x = runs[at + 1] ?? 0; x <= to; x += 1) {
        const row = Math.round(y - x * slope) - first;
        counts[row] = (counts[row] ?? 0) + 1;
      }
    }
  }
  return counts.reduce((most, count) => Math.max(most, count), 0);
}

function shearedRows(pieces: readonly Component[], slope: number): Rows {
  const rows = new Map<number, Set<number>>();
  for (const { runs } of pieces) {
    for (let at = 0; at < runs.length; at += 3) {
      for (let x = runs[at + 1] ?? 0; x <= (runs[at + 2] ?? 0); x += 1) {
        const row = Math.round((runs[at] ?? 0) - x * slope);
        const inked = rows.get(row);
        if (inked === undefined) rows.set(row, new Set([x]));
        else inked.add(x);
      }
    }
  }
  return rows;
}

/** Rows of the sheared ink that are a line: long enough, with hardly a gap. */
function linesOf(rows: Rows, widths: readonly [number, number]): InkLine[] {
  const lines: InkLine[] = [];
  for (const [row, inked] of rows) {
    if (inked.size < widths[0] * FEWEST_INKED) continue;
    const line = longestStretch(row, inked);
    if (line.right - line.left >= widths[0] && line.right - line.left <= widths[1] && line.coverage > 0.8)
      lines.push(line);
  }
  return lines.sort((a, b) => a.row - b.row);
}

/** The longest stretch of a row without a gap of more than a few pixels. */
function longestStretch(row: number, inked: ReadonlySet<number>): InkLine {
  const xs = [...inked].sort((a, b) => a - b);
  let best: InkLine = { row, left: 0, right: 0, coverage: 0 };
  let start = 0;
  for (let at = 1; at <= xs.length; at += 1) {
    const [x, before] = [xs[at], xs[at - 1] ?? 0];
    if (x !== undefined && x - before <= 6) continue;
    const left = xs[start] ?? 0;
    if (before - left > best.right - best.left)
      best = { row, left, right: before, coverage: (at - start) / (before - left + 1) };
    start = at;
  }
  return best;
}
