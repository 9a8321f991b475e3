import type { Component } from '#pixels/components.ts';
import { type Frame, findFrame } from '#pixels/find-frame.ts';
import { findRing, type Ring, type RingPieces } from '#pixels/find-ring.ts';
import { inkPixelsOf } from '#pixels/ink-pixels.ts';
import { type Edges, edgesOf, heightOf, piecesWithout, widthOf } from './ink-group.ts';

/** The closed line around a stamp. */
export interface Outline {
  readonly edges: Edges;
  /** Whether a pixel belongs to the line itself. */
  readonly isOn: (x: number, y: number) => boolean;
  /** Whether it lies within. */
  readonly isIn: (x: number, y: number) => boolean;
  /** How surely it is a stamp's by its geometry alone, 0..1. */
  readonly likeness: number;
  /** Degrees off the page's own directions; a ring has none. */
  readonly tilt: number | null;
}

/** Sizes of stamps in millimetres, as offices use them; an inner ring may be smaller. */
const SIZES = { ringRadius: [7.5, 30], innerRadius: 4, width: [20, 95], height: [6, 55], piece: 3.5 } as const;
/** Shapes of oval stamps, and how far they may be turned. */
const OVALS = [0.82, 0.7, 0.6, 0.5].flatMap((flatness) => [0, -12, 12].map((turn) => ({ flatness, turn })));
/** The loops of a signature lie on circles too, but not much less so a little farther out. */
const LEAST_RELIEF = 0.35;
/** More outlines than this in one place are a drawing. */
const MOST_OUTLINES = 4;

/** What was found in a group of ink: outlines, and the ink that is no outline. */
export interface Outlined {
  readonly outlines: readonly Outline[];
  readonly rest: readonly Component[];
}

/** Rings, ovals, rectangles and triangles of the size of stamps, and the ink that is left without their lines. */
export function findOutlines(
  pieces: readonly Component[],
  mm: number,
  isPlausible: (outline: Outline) => boolean,
): Outlined {
  const outlines: Outline[] = [];
  let rest = pieces;
  for (let attempt = 0; attempt < MOST_OUTLINES; attempt += 1) {
    const outline = bestOutline(rest, mm, outlines);
    if (outline === undefined || !isWorthTelling(outline, outlines) || !isPlausible(outline)) break;
    outlines.push(outline);
    rest = piecesWithout(rest, outline.isOn);
  }
  return { outlines, rest };
}

/** A second outline beside the first may be chance among the strokes across it: it must be plain. */
function isWorthTelling({ edges, likeness }: Outline, known: readonly Outline[]): boolean {
  const isInner = known.some((one) => one.isIn((edges.left + edges.right) / 2, (edges.top + edges.bottom) / 2));
  return known.length === 0 || isInner || likeness > 0.78;
}

function bestOutline(all: readonly Component[], mm: number, known: readonly Outline[]): Outline | undefined {
  // Letters are no part of a line.
  const pieces = all.filter((piece) => Math.max(widthOf(piece), heightOf(piece)) * mm > SIZES.piece);
  if (pieces.length === 0) return undefined;
  const extent = edgesOf(pieces);
  if (widthOf(extent) * mm < 12 || heightOf(extent) * mm < SIZES.height[0]) return undefined;
  const ring = ringIn({ lines: pieces, all }, mm, known.length > 0);
  if (ring !== undefined && ring.likeness > 0.6) return ring;
  const frame = findFrame(inkPixelsOf(pieces), {
    width: [SIZES.width[0] / mm, SIZES.width[1] / mm],
    height: [SIZES.height[0] / mm, SIZES.height[1] / mm],
  });
  const framed = frame === undefined ? undefined : outlineOfFrame(frame);
  return (framed?.likeness ?? 0) > (ring?.likeness ?? 0) ? framed : (ring ?? ovalIn({ lines: pieces, all }, mm));
}

function ringIn(pieces: RingPieces, mm: number, isInner: boolean): Outline | undefined {
  const least = (isInner ? SIZES.innerRadius : SIZES.ringRadius[0]) / mm;
  const ring = findRing(pieces, { least, most: SIZES.ringRadius[1] / mm });
  return ring === undefined ? undefined : outlineOfRing(ring);
}

function ovalIn(pieces: RingPieces, mm: number): Outline | undefined {
  const range = { least: 12 / mm, most: SIZES.ringRadius[1] / mm };
  for (const shape of OVALS) {
    const ring = findRing(pieces, range, shape);
    const oval =
      ring === undefined || ring.coverage < 0.85 || ring.coverage - ring.outside < 0.55
        ? undefined
        : outlineOfRing(ring);
    if (oval !== undefined) return oval;
  }
  return undefined;
}

/** A faint ring counts when writing runs all around inside it; any ring must stand out from what is around it. */
function outlineOfRing(ring: Ring): Outline | undefined {
  const standsOut = ring.coverage - ring.outside;
  if (standsOut < LEAST_RELIEF || (ring.coverage < 0.7 && (ring.content < 0.7 || standsOut < 0.45))) return undefined;
  const { x, y, radius, flatness } = ring;
  const [cos, sin] = [Math.cos((ring.turn * Math.PI) / 180), Math.sin((ring.turn * Math.PI) / 180)];
  const distance = (px: number, py: number): number =>
    Math.hypot((px - x) * cos + (py - y) * sin, ((py - y) * cos - (px - x) * sin) / flatness);
  const tolerance = Math.max(2.6, radius * 0.04);
  // An empty ring is a cup's, a button's or a drawing.
  const byContent = Math.min(1, ring.content / 0.45);
  return {
    edges: {
      left: Math.round(x - radius),
      right: Math.round(x + radius),
      top: Math.round(y - radius * Math.max(flatness, Math.abs(sin))),
      bottom: Math.round(y + radius * Math.max(flatness, Math.abs(sin))),
    },
    isOn: (px, py) => Math.abs(distance(px, py) - radius) <= tolerance,
    isIn: (px, py) => distance(px, py) <= radius,
    likeness: (0.35 + ring.coverage * 0.55) * (0.55 + 0.45 * byContent),
    tilt: null,
  };
}

function outlineOfFrame(frame: Frame): Outline {
  const { corners } = frame;
  const xs = corners.map(([x]) => x);
  const ys = corners.map(([, y]) => y);
  const sides = corners.map((corner, at) => ({ from: corner, to: corners[(at + 1) % corners.length] ?? corner }));
  return {
    edges: {
      left: Math.round(Math.min(...xs)),
      right: Math.round(Math.max(...xs)),
      top: Math.round(Math.min(...ys)),
      bottom: Math.round(Math.max(...ys)),
    },
    isOn: (x, y) => sides.some(({ from, to }) => distanceToSide([x, y], from, to) <= 3.2),
    isIn: (x, y) => isInside(sides, x, y),
    likeness: 0.3 + frame.coverage * 0.55,
    tilt: frame.tilt,
  };
}

type Point = readonly [x: number, y: number];

function distanceToSide([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const [dx, dy] = [bx - ax, by - ay];
  const along = Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy)));
  return Math.hypot(x - ax - along * dx, y - ay - along * dy);
}

/** All sides are passed on the same hand: the outline is convex. */
function isInside(sides: readonly { readonly from: Point; readonly to: Point }[], x: number, y: number): boolean {
  const hands = sides.map(({ from, to }) => (to[0] - from[0]) * (y - from[1]) - (to[1] - from[1]) * (x - from[0]) >= 0);
  return hands.every((hand) => hand === hands[0]);
}
