import type { Component } from './components.ts';

/** A circle of ink, in pixels, and the share of its directions in which there is ink. */
export interface Ring {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly coverage: number;
}

const TRIES = 500;
const BINS = 60;
/** Directions in which the circle at hand is inked: one list for all tries, of which a page has thousands. */
const bins = new Uint8Array(BINS);

/**
 * The best inked circle among the pieces, with a radius in the given range, also when strokes run across it. Circles through three ink points
 * are tried (RANSAC with a fixed sequence, so that the same page always gives the same answer); undefined when none is covered by half.
 */
export function findRing(
  pieces: readonly Component[],
  range: { readonly least: number; readonly most: number },
): Ring | undefined {
  const points = edgePoints(pieces);
  const count = points.length / 2;
  if (count < 60) return undefined;
  const next = sequence(count);
  let best: Ring | undefined;
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const circle = circleThrough(points, next(), next(), next());
    if (circle === undefined || circle.radius < range.least || circle.radius > range.most) continue;
    const coverage = coverageOf(points, circle);
    if (coverage > (best?.coverage ?? 0.5)) best = { ...circle, coverage };
  }
  return best;
}

/** Ends of the runs of ink: the outlines of strokes, as x, y pairs. */
function edgePoints(pieces: readonly Component[]): Float64Array {
  const points: number[] = [];
  for (const { runs } of pieces) {
    for (let at = 0; at < runs.length; at += 3) {
      const y = runs[at] ?? 0;
      points.push(runs[at + 1] ?? 0, y, runs[at + 2] ?? 0, y);
    }
  }
  return Float64Array.from(points);
}

/** Indices below `count` in a fixed pseudo-random order (a linear congruential generator, Numerical Recipes). */
function sequence(count: number): () => number {
  let state = 12_345;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 4_294_967_296) * count);
  };
}

function circleThrough(
  points: Float64Array,
  a: number,
  b: number,
  c: number,
): { x: number; y: number; radius: number } | undefined {
  const [ax = 0, ay = 0] = [points[a * 2], points[a * 2 + 1]];
  const [bx = 0, by = 0] = [points[b * 2], points[b * 2 + 1]];
  const [cx = 0, cy = 0] = [points[c * 2], points[c * 2 + 1]];
  const d = 2 * (ax * (by - cy) + bx * (cy - ay) + cx * (ay - by));
  if (Math.abs(d) < 1e-6) return undefined;
  const [a2, b2, c2] = [ax * ax + ay * ay, bx * bx + by * by, cx * cx + cy * cy];
  const x = (a2 * (by - cy) + b2 * (cy - ay) + c2 * (ay - by)) / d;
  const y = (a2 * (cx - bx) + b2 * (ax - cx) + c2 * (bx - ax)) / d;
  return { x, y, radius: Math.hypot(ax - x, ay - y) };
}

function coverageOf(points: Float64Array, { x, y, radius }: { x: number; y: number; radius: number }): number {
  bins.fill(0);
  const tolerance = Math.max(1.3, radius * 0.02);
  for (let at = 0; at < points.length; at += 2) {
    const dx = (points[at] ?? 0) - x;
    const dy = (points[at + 1] ?? 0) - y;
    const distance = Math.sqrt(dx * dx + dy * dy);
    if (Math.abs(distance - radius) > tolerance) continue;
    bins[Math.floor(((Math.atan2(dy, dx) + Math.PI) / (2 * Math.PI)) * BINS) % BINS] = 1;
  }
  return bins.reduce((sum, bin) => sum + bin, 0) / BINS;
}
