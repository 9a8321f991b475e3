import type { Component } from '#pixels/components.ts';
import { lineText } from '#text/line-text.ts';
import type { InkGroup, PageInk } from './ink-group.ts';

const PAGE_WIDTH_MM = 210;
/** Height of the head of a page, where drawings are logos. */
const HEAD_SHARE = 0.17;

/**
 * How much a group of ink looks like a signature, 0..1: long thin connected strokes that run up and down, wider than a word and emptier than
 * a picture. A stamp in the same group is allowed for: then only strokes that are not the stamp's count.
 */
export function signatureLikeness(group: InkGroup, page: PageInk, stamp: number): number {
  const { ink } = page;
  const mm = PAGE_WIDTH_MM / ink.width;
  const strokes = group.pieces.filter((piece) => isPenStroke(piece, mm));
  if (strokes.length === 0) return 0;
  const [left, right] = [Math.min(...strokes.map((one) => one.left)), Math.max(...strokes.map((one) => one.right))];
  const [top, bottom] = [Math.min(...strokes.map((one) => one.top)), Math.max(...strokes.map((one) => one.bottom))];
  const [wide, high] = [(right - left + 1) * mm, (bottom - top + 1) * mm];
  if (wide < 12 || high < 4 || wide > 120 || high > 60) return 0;
  const longest = Math.max(...strokes.map((one) => Math.hypot(one.right - one.left, one.bottom - one.top) * mm));
  if (longest < 11) return 0;
  let likeness = 0.5 + Math.min(0.25, (longest - 11) / 80);
  if (strokes.some((one) => windings(one) >= 2.4)) likeness += 0.15;
  if (top > ink.height * 0.35) likeness += 0.08;
  if (isBelowSignerWords(page, top / ink.height, (left + right) / 2 / ink.width)) likeness += 0.1;
  if (bottom < ink.height * HEAD_SHARE) likeness -= 0.4;
  // A ring or frame alone gives long strokes too: beside a stamp the signature must show strokes of its own.
  if (stamp > 0.5 && strokes.length < 2 && windings(strokes[0]) < 3) likeness -= 0.35;
  return Math.max(0, Math.min(0.97, likeness));
}

/** Thin, long for its ink, neither straight nor filled. */
function isPenStroke(piece: Component, mm: number): boolean {
  const [wide, high] = [piece.right - piece.left + 1, piece.bottom - piece.top + 1];
  if (Math.max(wide, high) * mm < 5 || wide * mm > 115 || high * mm > 60) return false;
  const fill = piece.area / (wide * high);
  if (fill > 0.45) return false;
  // Pens draw half a millimetre; bold headings and logos are thicker. The median run, since a flourish gives a few very long ones.
  return medianRun(piece) * mm < 1.7 && high * mm > 2.4;
}

function medianRun({ runs }: Component): number {
  const lengths: number[] = [];
  for (let at = 0; at < runs.length; at += 3) lengths.push((runs[at + 2] ?? 0) - (runs[at + 1] ?? 0) + 1);
  return lengths.sort((one, other) => one - other)[lengths.length >> 1] ?? 0;
}

/** How many times a row of the piece is crossed by the pen, in the mean: writing winds, a rule or an arc does not. */
function windings(piece: Component | undefined): number {
  if (piece === undefined) return 0;
  return piece.runs.length / 3 / (piece.bottom - piece.top + 1);
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
