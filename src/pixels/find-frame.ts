import { angleBetween, findSegments, type Segment } from './find-segments.ts';
import type { InkPixels } from './ink-pixels.ts';

/** A closed outline of three or four straight sides, possibly askew. Sizes in pixels. */
export interface Frame {
  readonly corners: readonly Point[];
  readonly width: number;
  readonly height: number;
  /** Share of the outline that is inked. */
  readonly coverage: number;
  /** Degrees by which its longest side is off the page's own directions, 0..45. */
  readonly tilt: number;
}

type Point = readonly [x: number, y: number];

export interface FrameRange {
  readonly width: readonly [number, number];
  readonly height: readonly [number, number];
}

/** How far ink may be off the straight between two corners, in pixels: a rubber bends, a scan is sheared. */
const SIDE_REACH = 3;
/** Two flourishes of a signature are parallel too; only a frame has sides. */
const LEAST_SIDE_COVERAGE = 0.65;
const LEAST_COVERAGE = 0.82;
/** How far beside a side no ink is looked for, in pixels, and by how much a side must have more than there is there. */
const BESIDE = 6;
const LEAST_RELIEF = 0.35;
/** Where a side is looked for from where the lines end, in pixels: print beside a line seems to lengthen it. */
const SHIFTS = [0, -3, 3, -6, 6, -9, 9, -12, 12, -16, 16, -20, 20, -24, 24];
/** Corners of a triangle need not meet by so many pixels. */
const OPEN_CORNER = 14;

/** The best frame in the ink whose sides are in the given range; undefined when there is none. */
export function findFrame(ink: InkPixels, range: FrameRange): Frame | undefined {
  const segments = findSegments(ink, {
    least: Math.min(range.width[0], range.height[1]) * 0.85,
    most: range.width[1],
  });
  let best: Frame | undefined;
  for (const [index, one] of segments.entries()) {
    for (const other of segments.slice(index + 1)) {
      const frame = rectangleOf(one, other, { ink, range }) ?? triangleOf(one, other, { ink, range });
      if (frame !== undefined && frame.coverage > (best?.coverage ?? 0)) best = frame;
    }
  }
  return best;
}

interface Looked {
  readonly ink: InkPixels;
  readonly range: FrameRange;
}

/** Two parallel lines, one beside the other, and ink between the ends of what they have in common: a pen may lengthen one. */
function rectangleOf(one: Segment, turned: Segment, { ink, range }: Looked): Frame | undefined {
  if (angleBetween(one.angle, turned.angle) > 3) return undefined;
  const shared = sharedPart(one, turned);
  if (shared === undefined) return undefined;
  const [width, height] = [Math.max(shared.along, shared.across), Math.min(shared.along, shared.across)];
  if (!isWithin(width, range.width) || !isWithin(height, range.height)) return undefined;
  const corners = cornersOf(one, turned, { ink, shared });
  const sides = corners.map((corner, at) => sideOf(ink, corner, corners[(at + 1) % 4] ?? corner));
  if (sides.some(({ coverage }) => coverage < LEAST_SIDE_COVERAGE)) return undefined;
  const coverage = mean(sides.map((side) => side.coverage));
  // Rows of print are lines with ends too, but there is as much ink beside them.
  if (coverage < LEAST_COVERAGE || coverage - mean(sides.map((side) => side.beside)) < LEAST_RELIEF) return undefined;
  return { corners, width, height, coverage, tilt: tiltOf(one) };
}

interface SharedPart {
  /** Where it begins and ends along the first line, from that line's start. */
  readonly from: number;
  readonly to: number;
  readonly along: number;
  readonly across: number;
}

/** What two parallel lines have in common, seen square from the first; undefined when it is too little of either. */
function sharedPart(one: Segment, other: Segment): SharedPart | undefined {
  const [dx, dy] = directionOf(one);
  const place = ([x, y]: Point): number => (x - one.from[0]) * dx + (y - one.from[1]) * dy;
  const ends = [place(other.from), place(other.to)].sort((a, b) => a - b);
  const from = Math.max(0, ends[0] ?? 0);
  const to = Math.min(one.length, ends[1] ?? 0);
  if (to - from < Math.max(one.length, other.length) * 0.78) return undefined;
  const [x, y] = [(other.from[0] + other.to[0]) / 2, (other.from[1] + other.to[1]) / 2];
  const across = Math.abs((x - one.from[0]) * dy - (y - one.from[1]) * dx);
  return { from, to, along: to - from, across };
}

/** The corners in order around; each side is put where most ink is within a few pixels of the common ends. */
function cornersOf(
  one: Segment,
  other: Segment,
  { ink, shared }: { readonly ink: InkPixels; readonly shared: SharedPart },
): Point[] {
  const across = (at: number): [Point, Point] => [pointOn(one, at), footOn(other, pointOn(one, at))];
  const best = (end: number): [Point, Point] => {
    const tries = SHIFTS.map((shift) => across(end + shift));
    const coverages = tries.map(([from, to]) => sideOf(ink, from, to).coverage);
    return tries[coverages.indexOf(Math.max(...coverages))] ?? across(end);
  };
  const [start, end] = [best(shared.from), best(shared.to)];
  return [start[0], end[0], end[1], start[1]];
}

function directionOf({ from, to, length }: Segment): Point {
  return [(to[0] - from[0]) / length, (to[1] - from[1]) / length];
}

function pointOn(segment: Segment, along: number): Point {
  const [dx, dy] = directionOf(segment);
  return [segment.from[0] + dx * along, segment.from[1] + dy * along];
}

/** The point of a line that is nearest to another point. */
function footOn(segment: Segment, [x, y]: Point): Point {
  const [dx, dy] = directionOf(segment);
  return pointOn(segment, (x - segment.from[0]) * dx + (y - segment.from[1]) * dy);
}

/** Two lines of about one length that meet at an acute angle, and ink between their other ends. */
function triangleOf(one: Segment, other: Segment, { ink, range }: Looked): Frame | undefined {
  const between = angleBetween(one.angle, other.angle);
  if (between < 38 || between > 75 || !isWithin(Math.max(one.length, other.length), range.width)) return undefined;
  if (Math.min(one.length, other.length) < Math.max(one.length, other.length) * 0.75) return undefined;
  const ends = nearestEnds(one, other);
  if (ends.gap > OPEN_CORNER) return undefined;
  const base = lengthOf(ends.oneFar, ends.otherFar);
  if (base < one.length * 0.6 || base > one.length * 1.5) return undefined;
  const { coverage } = sideOf(ink, ends.oneFar, ends.otherFar);
  if (coverage < 0.75) return undefined;
  return {
    corners: [ends.meet, ends.oneFar, ends.otherFar],
    width: Math.max(one.length, base),
    height: Math.min(one.length, base),
    coverage: mean([one.coverage, other.coverage, coverage]),
    tilt: tiltOf(one),
  };
}

function nearestEnds(one: Segment, other: Segment): { gap: number; meet: Point; oneFar: Point; otherFar: Point } {
  const ways = [
    { a: one.from, b: other.from, oneFar: one.to, otherFar: other.to },
    { a: one.from, b: other.to, oneFar: one.to, otherFar: other.from },
    { a: one.to, b: other.from, oneFar: one.from, otherFar: other.to },
    { a: one.to, b: other.to, oneFar: one.from, otherFar: other.from },
  ].map(({ a, b, ...far }) => ({ ...far, meet: a, gap: lengthOf(a, b) }));
  return ways.reduce((best, way) => (way.gap < best.gap ? way : best));
}

/** Shares of the straight between two points that have ink on it, and a little way beside it on the fuller hand. */
function sideOf(ink: InkPixels, from: Point, to: Point): { coverage: number; beside: number } {
  const length = Math.max(1, lengthOf(from, to));
  const [nx, ny] = [(-(to[1] - from[1]) * BESIDE) / length, ((to[0] - from[0]) * BESIDE) / length];
  let [inked, left, right] = [0, 0, 0];
  for (let step = 0; step <= length; step += 1) {
    const [x, y] = [from[0] + ((to[0] - from[0]) * step) / length, from[1] + ((to[1] - from[1]) * step) / length];
    if (ink.isNear(x, y, SIDE_REACH)) inked += 1;
    if (ink.isNear(x + nx, y + ny, 1)) left += 1;
    if (ink.isNear(x - nx, y - ny, 1)) right += 1;
  }
  return { coverage: Math.min(1, inked / length), beside: Math.max(left, right) / length };
}

const lengthOf = (a: Point, b: Point): number => Math.hypot(a[0] - b[0], a[1] - b[1]);
const isWithin = (value: number, [least, most]: readonly [number, number]): boolean => value >= least && value <= most;
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const tiltOf = ({ angle }: Segment): number => Math.min(angle % 90, 90 - (angle % 90));
