import type { Component } from './components.ts';
import { type InkPixels, inkPixelsOf } from './ink-pixels.ts';

/** A circle or ellipse of ink, in pixels, and the share of its directions in which there is ink. */
export interface Ring {
  readonly x: number;
  readonly y: number;
  /** The radius; of an ellipse the longer one. */
  readonly radius: number;
  /** The shorter radius over the longer one, 1 for a circle. */
  readonly flatness: number;
  /** Degrees by which the longer axis is turned from the horizontal, clockwise. */
  readonly turn: number;
  readonly coverage: number;
  /** Coverage of a slightly larger ring: as large as the ring's own in a mass of print, where circles run through anything. */
  readonly outside: number;
  /** Share of the directions with ink within: the writing of a stamp. */
  readonly content: number;
}

const TRIES = 700;
/** A circle that is not covered by half is none. */
const LEAST_COVERAGE = 0.5;
const BINS = 60;
/** Points that tell coverage as well as all of them. */
const MOST_POINTS = 2_000;

interface Points {
  readonly xs: Float64Array;
  readonly ys: Float64Array;
}

/** The smallest rectangle around points. */
interface Extent {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Where a ring is looked for: pieces that may be parts of its line, and all that may be written within. */
export interface RingPieces {
  readonly lines: readonly Component[];
  readonly all: readonly Component[];
}

interface RadiusRange {
  readonly least: number;
  readonly most: number;
}

/**
 * The best inked ring among the pieces, with a radius in the given range, also when strokes run across it. Circles through three ink points
 * are tried (RANSAC with a fixed sequence, so that the same page always gives the same answer); undefined when none is covered by half. A `flatness` below 1 looks for ellipses of that shape whose longer axis is
 * turned by `turn` degrees.
 */
export function findRing(
  { lines, all }: RingPieces,
  range: RadiusRange,
  { flatness, turn } = { flatness: 1, turn: 0 },
): Ring | undefined {
  const points = roundedOut(edgePoints(lines, MOST_POINTS), flatness, turn);
  const best = bestCircle(points, range);
  if (best === undefined) return undefined;
  const [x, y] = turned(best.x, best.y * flatness, turn);
  const whole = { x, y, radius: best.radius, flatness, turn };
  const ink = inkPixelsOf(lines);
  return {
    ...whole,
    coverage: lineCoverage(ink, whole, 1),
    outside: Math.max(lineCoverage(ink, whole, 1.1), lineCoverage(ink, whole, 1.16)),
    content: contentOf(roundedOut(edgePoints(all, MOST_POINTS), flatness, turn), best),
  };
}

interface Circle {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

function bestCircle(points: Points, range: RadiusRange): Circle | undefined {
  const count = points.xs.length;
  if (count < 60) return undefined;
  const next = sequence(count);
  const extent = extentOf(points);
  let best: (Circle & { coverage: number }) | undefined;
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const circle = circleThrough(points, [next(), next(), next()]);
    if (circle === undefined || circle.radius < range.least || circle.radius > range.most) continue;
    const toBeat = best?.coverage ?? LEAST_COVERAGE;
    // Most circles through three points of writing leave it far behind.
    if (mostCoverage(circle, extent) <= toBeat) continue;
    const coverage = coverageOf(points, circle);
    if (coverage > toBeat) best = { ...circle, coverage };
  }
  return best;
}

function extentOf({ xs, ys }: Points): Extent {
  let [left, right, top, bottom] = [xs[0] ?? 0, xs[0] ?? 0, ys[0] ?? 0, ys[0] ?? 0];
  for (let at = 1; at < xs.length; at += 1) {
    const [x, y] = [xs[at] ?? 0, ys[at] ?? 0];
    if (x < left) left = x;
    else if (x > right) right = x;
    if (y < top) top = y;
    else if (y > bottom) bottom = y;
  }
  return { left, right, top, bottom };
}

/** No more of a circle's directions can be inked than point to where there are points at all; each of the four arcs outside may share its end directions. */
function mostCoverage({ x, y, radius }: Circle, { left, right, top, bottom }: Extent): number {
  const aside = arcBeyond(right - x, radius) + arcBeyond(x - left, radius);
  const upright = arcBeyond(bottom - y, radius) + arcBeyond(y - top, radius);
  return 1 - Math.max(0, Math.max(aside, upright) / (2 * Math.PI) - 4 / BINS);
}

/** The angle of the arc of a circle, as broad as it may be, that lies beyond a straight line at a distance from its middle; negative: the middle does too. */
function arcBeyond(distance: number, radius: number): number {
  const tolerance = toleranceOf(radius);
  const edge = distance < 0 ? radius + tolerance : radius - tolerance;
  return distance >= edge ? 0 : 2 * Math.acos(Math.max(-1, distance / edge));
}

/** Ends of the runs of ink: the outlines of strokes. */
function edgePoints(pieces: readonly Component[], most: number): Points {
  const count = pieces.reduce((sum, { runs }) => sum + runs.length / 3, 0);
  const step = 3 * Math.max(1, Math.ceil((count * 2) / most));
  const [xs, ys]: [number[], number[]] = [[], []];
  for (const { runs } of pieces) {
    for (let at = 0; at < runs.length; at += step) {
      const y = runs[at] ?? 0;
      xs.push(runs[at + 1] ?? 0, runs[at + 2] ?? 0);
      ys.push(y, y);
    }
  }
  return { xs: Float64Array.from(xs), ys: Float64Array.from(ys) };
}

/** The points as they would lie if the ellipse were a circle: turned back and stretched. */
function roundedOut({ xs, ys }: Points, flatness: number, turn: number): Points {
  if (flatness === 1) return { xs, ys };
  for (let at = 0; at < xs.length; at += 1) {
    const [x, y] = turned(xs[at] ?? 0, ys[at] ?? 0, -turn);
    [xs[at], ys[at]] = [x, y / flatness];
  }
  return { xs, ys };
}

function turned(x: number, y: number, degrees: number): [number, number] {
  if (degrees === 0) return [x, y];
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  return [x * cos - y * sin, x * sin + y * cos];
}

/** Indices below `count` in a fixed pseudo-random order (a linear congruential generator, Numerical Recipes). */
function sequence(count: number): () => number {
  let state = 12_345;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 4_294_967_296) * count);
  };
}

function circleThrough({ xs, ys }: Points, [a, b, c]: readonly [number, number, number]): Circle | undefined {
  const [ax = 0, ay = 0, bx = 0, by = 0, cx = 0, cy = 0] = [xs[a], ys[a], xs[b], ys[b], xs[c], ys[c]];
  const d = 2 * (ax * (by - cy) + bx * (cy - ay) + cx * (ay - by));
  if (Math.abs(d) < 1e-6) return undefined;
  const [a2, b2, c2] = [ax * ax + ay * ay, bx * bx + by * by, cx * cx + cy * cy];
  const x = (a2 * (by - cy) + b2 * (cy - ay) + c2 * (ay - by)) / d;
  const y = (a2 * (cx - bx) + b2 * (ax - cx) + c2 * (bx - ax)) / d;
  return { x, y, radius: Math.hypot(ax - x, ay - y) };
}

/** Directions in which the circle at hand is inked. */
const bins = new Uint8Array(BINS);

/** How far a point may lie off the circle, pixels. */
function toleranceOf(radius: number): number {
  return Math.max(1.3, radius * 0.02);
}

function coverageOf(points: Points, { x, y, radius }: Circle): number {
  const tolerance = toleranceOf(radius);
  return inkedDirections(points, [x, y], [radius - tolerance, radius + tolerance]);
}

/** Share of the line itself that is inked, walked pixel by pixel: strokes that cross it ink little of it, however many directions they reach. */
function lineCoverage(ink: InkPixels, ring: Omit<Ring, 'coverage' | 'outside' | 'content'>, factor: number): number {
  const radius = ring.radius * factor;
  const steps = Math.ceil(2 * Math.PI * radius);
  const reach = Math.max(1, Math.round(radius * 0.015));
  let inked = 0;
  for (let step = 0; step < steps; step += 1) {
    const angle = (2 * Math.PI * step) / steps;
    const [dx, dy] = turned(Math.cos(angle) * radius, Math.sin(angle) * radius * ring.flatness, ring.turn);
    if (ink.isNear(ring.x + dx, ring.y + dy, reach)) inked += 1;
  }
  return inked / steps;
}

/** Writing fills the rim of a stamp, or its middle. */
function contentOf(points: Points, { x, y, radius }: Circle): number {
  return Math.max(
    inkedDirections(points, [x, y], [radius * 0.55, radius * 0.92]),
    inkedDirections(points, [x, y], [radius * 0.1, radius * 0.55]),
  );
}

/** Share of the directions with a point at a distance between two radii. */
function inkedDirections(
  { xs, ys }: Points,
  [x, y]: readonly [number, number],
  [least, most]: readonly [number, number],
): number {
  bins.fill(0);
  let inked = 0;
  const [nearest, farthest] = [least * least, most * most];
  for (let at = 0; at < xs.length; at += 1) {
    const dx = (xs[at] ?? 0) - x;
    const dy = (ys[at] ?? 0) - y;
    const square = dx * dx + dy * dy;
    if (square < nearest || square > farthest) continue;
    const bin = Math.floor(((Math.atan2(dy, dx) + Math.PI) / (2 * Math.PI)) * BINS) % BINS;
    if (bins[bin] === 1) continue;
    bins[bin] = 1;
    inked += 1;
  }
  return inked / BINS;
}
