import type { Component } from '#pixels/components.ts';
import { inkPixelsOf } from '#pixels/ink-pixels.ts';
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
  const isRule = rulesOf(piece);
  const rest = piecesWithout([piece], isRule);
  return rest.filter((one) => !isHem(one, piece));
}

function longRuns({ runs }: Component, least: number): number {
  let count = 0;
  for (let at = 0; at < runs.length; at += 3) if ((runs[at + 2] ?? 0) - (runs[at + 1] ?? 0) > least) count += 1;
  return count;
}

/**
 * Tells the pixels of level and upright rules, and those beside them: a scan's rules are never quite even. Not where a stroke goes on
 * on both hands of the rule, so that writing across it stays in one piece.
 */
function rulesOf(piece: Component): (x: number, y: number) => boolean {
  const [wide, high] = [widthOf(piece), heightOf(piece)];
  const { isNear } = inkPixelsOf([piece]);
  const level = new Uint8Array(wide * high);
  for (let at = 0; at < piece.runs.length; at += 3) {
    const y = (piece.runs[at] ?? 0) - piece.top;
    const [from, to] = [(piece.runs[at + 1] ?? 0) - piece.left, (piece.runs[at + 2] ?? 0) - piece.left];
    if (to - from <= FORM.rule) continue;
    for (let row = Math.max(0, y - 2); row <= Math.min(high - 1, y + 2); row += 1)
      level.fill(1, row * wide + from, row * wide + to + 1);
  }
  const upright = new Set(uprightRules(piece));
  const isThrough = (x: number, y: number, dx: number, dy: number): boolean =>
    isNear(x - dx, y - dy, 2) && isNear(x + dx, y + dy, 2);
  return (x, y) => {
    const isLevel = level[(y - piece.top) * wide + x - piece.left] === 1;
    const isUpright = upright.has(x - piece.left);
    // Where two rules cross, each goes on beyond the other: that is no writing.
    if (isLevel && isUpright) return true;
    return (isLevel && !isThrough(x, y, 0, FORM.thickest)) || (isUpright && !isThrough(x, y, FORM.thickest, 0));
  };
}

/** Columns, counted from the piece's left, that are inked for a good part of its height, and their neighbours. */
function uprightRules(piece: Component): number[] {
  const counts = new Uint32Array(widthOf(piece));
  for (let at = 0; at < piece.runs.length; at += 3) {
    const [from, to] = [(piece.runs[at + 1] ?? 0) - piece.left, (piece.runs[at + 2] ?? 0) - piece.left];
    if (to - from > FORM.thickest) continue;
    for (let x = Math.max(0, from - 1); x <= to + 1; x += 1) counts[x] = (counts[x] ?? 0) + 1;
  }
  const least = Math.max(FORM.rule, heightOf(piece) * 0.35);
  const isRule = (x: number): boolean => (counts[x] ?? 0) >= least;
  return [...counts.keys()].filter((x) => [x - 1, x, x + 1].some(isRule));
}

function isHem({ left, top, right, bottom }: Component, frame: Component): boolean {
  return right < frame.left + HEM || left > frame.right - HEM || bottom < frame.top + HEM || top > frame.bottom - HEM;
}
