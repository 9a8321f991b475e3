import type { Component } from '#pixels/components.ts';
import { heightOf, type PageInk, piecesWithout, widthOf } from './ink-group.ts';

/** Pixels: the least width of a form's frame, the least length of a rule, and the thickest one. */
const FORM = { least: 300, rule: 45, thickest: 6 } as const;
/** What keeps so near to the outer edge of a frame is its rounded corner or its shadow, pixels. */
const HEM = 9;

/** Ink of forms and tables is taken apart: without its rules, what a pen wrote across them is left. Other ink comes back as it is. */
export function withoutRules(piece: Component, { ink }: PageInk): readonly Component[] {
  const [wide, high] = [widthOf(piece), heightOf(piece)];
  const isLarge = wide > ink.width * 0.6 || high > ink.height * 0.35;
  if (!isLarge && !(wide > FORM.least && longRuns(piece, wide * 0.85) >= 2)) return [piece];
  if (isLarge && piece.area > wide * high * 0.3) return [];
  const rules = ruleMask(piece);
  const rest = piecesWithout([piece], (x, y) => rules[(y - piece.top) * wide + x - piece.left] === 1);
  return rest.filter((one) => !isHem(one, piece));
}

function longRuns({ runs }: Component, least: number): number {
  let count = 0;
  for (let at = 0; at < runs.length; at += 3) if ((runs[at + 2] ?? 0) - (runs[at + 1] ?? 0) > least) count += 1;
  return count;
}

/** The pixels of level and upright rules within the piece's box, and those beside them: a scan's rules are never quite even. */
function ruleMask(piece: Component): Uint8Array {
  const [wide, high] = [widthOf(piece), heightOf(piece)];
  const mask = new Uint8Array(wide * high);
  for (let at = 0; at < piece.runs.length; at += 3) {
    const y = (piece.runs[at] ?? 0) - piece.top;
    const [from, to] = [(piece.runs[at + 1] ?? 0) - piece.left, (piece.runs[at + 2] ?? 0) - piece.left];
    if (to - from <= FORM.rule) continue;
    for (let row = Math.max(0, y - 2); row <= Math.min(high - 1, y + 2); row += 1)
      mask.fill(1, row * wide + from, row * wide + to + 1);
  }
  for (const x of uprightRules(piece)) for (let y = 0; y < high; y += 1) mask[y * wide + x] = 1;
  return mask;
}

/** Columns, counted from the piece's left, that are inked for a good part of its height, and their neighbours. */
function uprightRules(piece: Component): number[] {
  const counts = new Uint32Array(widthOf(piece));
  for (let at = 0; at < piece.runs.length; at += 3) {
    const [from, to] = [(piece.runs[at + 1] ?? 0) - piece.left, (piece.runs[at + 2] ?? 0) - piece.left];
    if (to - from > FORM.thickest) continue;
    for (let x = from; x <= to; x += 1) counts[x] = (counts[x] ?? 0) + 1;
  }
  const least = Math.max(FORM.rule, heightOf(piece) * 0.3);
  const isRule = (x: number): boolean => (counts[x - 1] ?? 0) + (counts[x] ?? 0) + (counts[x + 1] ?? 0) >= least;
  return [...counts.keys()].filter((x) => [x - 2, x - 1, x, x + 1, x + 2].some(isRule));
}

function isHem({ left, top, right, bottom }: Component, frame: Component): boolean {
  return right < frame.left + HEM || left > frame.right - HEM || bottom < frame.top + HEM || top > frame.bottom - HEM;
}
