import type { Component } from '#pixels/components.ts';
import { heightOf, widthOf } from './ink-group.ts';

/** Heights and widths of printed and stamped letters, in millimetres. */
const LETTER = { least: 1, most: 6.5 } as const;
/** Rows of lettering are looked for at these angles, and counted in rows of so many millimetres. */
const TILTS = { most: 24, rowMm: 0.8 } as const;
/** Rows stand out at their own angle so many times more than level. */
const SHARPER = 1.35;

/** The pieces of a size of single letters. */
export function letteringOf(pieces: readonly Component[], mm: number): Component[] {
  return pieces.filter((piece) => {
    const [wide, high] = [widthOf(piece) * mm, heightOf(piece) * mm];
    return high >= LETTER.least && high <= LETTER.most && wide <= LETTER.most * 1.5 && wide >= 0.3;
  });
}

/** How far the heights of the middle three fifths are apart, for the middle one: print is even, handwriting is not. */
export function heightSpread(letters: readonly Component[]): number {
  const heights = letters.map(heightOf).sort((a, b) => a - b);
  const at = (share: number): number => heights[Math.floor(share * (heights.length - 1))] ?? 0;
  return (at(0.8) - at(0.2)) / Math.max(1, at(0.5));
}

/** Degrees, clockwise positive, at which the rows of letters stand out most; 0 when they do nearly as well level. */
export function tiltOf(letters: readonly Component[], mm: number): number {
  const level = sharpness(letters, 0, mm);
  let best = { angle: 0, sharp: level * SHARPER };
  for (let angle = -TILTS.most; angle <= TILTS.most; angle += 1) {
    const sharp = sharpness(letters, angle, mm);
    if (sharp > best.sharp) best = { angle, sharp };
  }
  return best.angle;
}

/** How much the letters crowd in few rows at an angle: the sum of the squares of their counts by row of their feet. */
function sharpness(letters: readonly Component[], angle: number, mm: number): number {
  const [cos, sin] = [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)];
  const rows = new Map<number, number>();
  for (const { left, right, bottom } of letters) {
    const row = Math.round(((bottom * cos - ((left + right) / 2) * sin) * mm) / TILTS.rowMm);
    rows.set(row, (rows.get(row) ?? 0) + 1);
  }
  return [...rows.values()].reduce((sum, count) => sum + count * count, 0);
}
