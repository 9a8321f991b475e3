import type { Component } from '#pixels/components.ts';
import { lineText } from '#text/line-text.ts';
import { type Edges, edgesOf, heightOf, millimetresOf, type PageInk, widthOf } from './ink-group.ts';
import { colourShare } from './stamp-likeness.ts';

/** Height of the head of a page, where drawings are logos. */
const HEAD_SHARE = 0.17;
/** Pens draw half a millimetre; bold headings and logos are thicker. A blur thickens all, but nothing in bold is so long and so empty. */
const STROKE = { sharp: { thickMm: 1.7, fill: 0.45 }, blurred: { thickMm: 2.6, fill: 0.5 } } as const;
const LONG_STROKE_MM = 20;
/** Sizes in millimetres: of the whole, and of its longest stroke; initials are smaller than a name. */
const SIZES = { widest: 120, highest: 60, name: { wide: 12, high: 4, stroke: 11 }, initials: 7 } as const;
/** Share of the ink in its three largest strokes that makes a few strokes of many letters. */
const FEW_STROKES = { sure: 0.5, doubtful: 0.3 } as const;

export interface Signature extends Edges {
  readonly likeness: number;
}

/**
 * How much ink that is no stamp's looks like a signature, 0..1: a few long thin connected strokes that run up and down, wider than a word and
 * emptier than a picture. Undefined when it has no such stroke at all.
 */
export function judgeSignature(pieces: readonly Component[], page: PageInk): Signature | undefined {
  const mm = millimetresOf(page);
  const strokes = pieces.filter((piece) => isPenStroke(piece, mm));
  if (strokes.length === 0) return undefined;
  const edges = edgesOf(strokes);
  const [wide, high] = [widthOf(edges) * mm, heightOf(edges) * mm];
  if (wide > SIZES.widest || high > SIZES.highest) return undefined;
  const longest = Math.max(...strokes.map((one) => Math.hypot(widthOf(one), heightOf(one)) * mm));
  const shape = shapeLikeness({ wide, high, longest, winding: Math.max(...strokes.map(windings)) });
  if (shape === 0) return undefined;
  const likeness = shape + placeLikeness(edges, page) + inkLikeness(pieces, { strokes, edges }, page);
  return { ...edges, likeness: Math.max(0, Math.min(0.97, likeness)) };
}

interface Shape {
  readonly wide: number;
  readonly high: number;
  readonly longest: number;
  readonly winding: number;
}

/** By size and by how much the pen winds. A long flat scrawl winds at least once; initials wind on little room. */
function shapeLikeness({ wide, high, longest, winding }: Shape): number {
  const { name, initials } = SIZES;
  const isFlat = high < name.high && wide > 20 && winding > 1.5;
  if (longest >= name.stroke && wide >= name.wide && (high >= name.high || isFlat))
    return 0.5 + Math.min(0.25, (longest - name.stroke) / 80) + (winding >= 2.4 ? 0.15 : 0);
  return longest >= initials && high >= name.high && winding >= 2.2 ? 0.34 : 0;
}

function placeLikeness(edges: Edges, page: PageInk): number {
  const { width, height } = page.ink;
  let likeness = 0;
  if (edges.top > height * 0.35) likeness += 0.08;
  if (isBelowSignerWords(page, edges.top / height, (edges.left + edges.right) / 2 / width)) likeness += 0.1;
  if (edges.bottom < height * HEAD_SHARE) likeness -= 0.4;
  return likeness;
}

/** Many pieces of one size are unread print, however long some of them are; ink in a pen's colour is a pen's. */
function inkLikeness(
  pieces: readonly Component[],
  { strokes, edges }: { readonly strokes: readonly Component[]; readonly edges: Edges },
  page: PageInk,
): number {
  const around = pieces.filter(
    ({ left, right, top, bottom }) =>
      left <= edges.right && right >= edges.left && top <= edges.bottom && bottom >= edges.top,
  );
  const areas = around.map(({ area }) => area).sort((a, b) => b - a);
  const total = areas.reduce((sum, area) => sum + area, 0);
  const few = ((areas[0] ?? 0) + (areas[1] ?? 0) + (areas[2] ?? 0)) / total;
  const byColour = colourShare(strokes, page) > 0.45 ? 0.06 : 0;
  if (few >= FEW_STROKES.sure || around.length < 8) return byColour;
  return byColour - (few >= FEW_STROKES.doubtful ? 0.15 : 0.45);
}

/** Thin, long for its ink, neither straight nor filled. */
function isPenStroke(piece: Component, mm: number): boolean {
  const [wide, high] = [widthOf(piece), heightOf(piece)];
  if (Math.max(wide, high) * mm < 5 || wide * mm > 115 || high * mm > 60) return false;
  const limits = Math.hypot(wide, high) * mm > LONG_STROKE_MM && high * mm > 5 ? STROKE.blurred : STROKE.sharp;
  if (piece.area > wide * high * limits.fill) return false;
  if (isRuled(piece)) return false;
  // The median run, since a flourish gives a few very long ones.
  return medianRun(piece) * mm < limits.thickMm && high * mm > 2.4;
}

/** Most of its ink lies in a few level rows or upright columns: a corner of a frame, a bracket, a table's rest. */
function isRuled(piece: Component): boolean {
  const { runs, left, area } = piece;
  const [wide, high] = [widthOf(piece), heightOf(piece)];
  const columns = new Uint32Array((wide >> 2) + 1);
  let [level, others] = [0, 0];
  for (let at = 0; at < runs.length; at += 3) {
    const [from = 0, to = 0] = [runs[at + 1], runs[at + 2]];
    const length = to - from + 1;
    if (length > wide * 0.7) level += length;
    else {
      others += 1;
      columns[(from - left) >> 2] = (columns[(from - left) >> 2] ?? 0) + 1;
    }
  }
  const upright = columns.reduce((sum, rows) => sum + (rows > high * 0.7 ? rows : 0), 0);
  return level + (upright / Math.max(1, others)) * (area - level) > area * 0.6;
}

function medianRun({ runs }: Component): number {
  const lengths: number[] = [];
  for (let at = 0; at < runs.length; at += 3) lengths.push((runs[at + 2] ?? 0) - (runs[at + 1] ?? 0) + 1);
  return lengths.sort((one, other) => one - other)[lengths.length >> 1] ?? 0;
}

/** How many times a row of the piece is crossed by the pen, in the mean: writing winds, a rule or an arc does not. */
function windings(piece: Component): number {
  return piece.runs.length / 3 / heightOf(piece);
}

/** Printed words that ask for a signature stand shortly above. Language is no matter: a short line with nothing after it does. */
function isBelowSignerWords({ lines }: PageInk, top: number, middle: number): boolean {
  return lines.some((line) => {
    const gap = top - (line.box[1] + line.box[3]);
    const isAbove = gap > -0.03 && gap < 0.06;
    const isOver = middle > line.box[0] - 0.08 && middle < line.box[0] + line.box[2] + 0.08;
    return isAbove && isOver && line.box[2] < 0.5 && lineText(line).length > 3;
  });
}
