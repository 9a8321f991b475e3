import { findFrame } from '#pixels/find-frame.ts';
import { findRing } from '#pixels/find-ring.ts';
import type { InkGroup, PageInk } from './ink-group.ts';

/** Millimetres of a page's width, A4 assumed: a crop or another format errs by a tenth or two, which the ranges allow for. */
const PAGE_WIDTH_MM = 210;
/** Sizes of stamps in millimetres, as offices use them. */
const SIZES = { ringRadius: [7.5, 30], frameWidth: [22, 95], frameHeight: [7, 50], least: 12 } as const;
/** Height of the head of a page, where rings and frames are logos. */
const HEAD_SHARE = 0.16;

/** How much a group of ink looks like a stamp, 0..1: a ring or a frame of the right size, or coloured ink among black print. */
export function stampLikeness(group: InkGroup, { ink, colours }: PageInk): number {
  const mm = PAGE_WIDTH_MM / ink.width;
  const [wide, high] = [(group.right - group.left + 1) * mm, (group.bottom - group.top + 1) * mm];
  if (wide < SIZES.least || high < SIZES.frameHeight[0] || wide > 150 || high > 110) return 0;
  const ring = findRing(group.pieces, { least: SIZES.ringRadius[0] / mm, most: SIZES.ringRadius[1] / mm });
  const frame = findFrame(group.pieces, {
    width: [SIZES.frameWidth[0] / mm, SIZES.frameWidth[1] / mm],
    height: [SIZES.frameHeight[0] / mm, SIZES.frameHeight[1] / mm],
  });
  const byRing = ring === undefined || ring.coverage < 0.7 ? 0 : 0.35 + ring.coverage * 0.55;
  const byFrame = frame === undefined ? 0 : 0.3 + frame.coverage * 0.5;
  const colour = colourShare(group, colours, ink.width);
  const isInHead = group.bottom < ink.height * HEAD_SHARE;
  // Coloured ink alone may be a pen or a logo; colour makes a ring or a frame certain.
  const byColour = colour > 0.45 && !isInHead && group.pieces.length >= 8 && high > 10 ? 0.62 : 0;
  const likeness = Math.max(byRing, byFrame, byColour) + (colour > 0.35 ? 0.1 : 0);
  return Math.min(0.98, isInHead ? likeness * 0.5 : likeness);
}

/** Share of the group's ink that has a colour. */
function colourShare(group: InkGroup, { channels, pixels }: PageInk['colours'], width: number): number {
  if (channels === 1) return 0;
  let coloured = 0;
  let count = 0;
  for (const { runs } of group.pieces) {
    for (let at = 0; at < runs.length; at += 3) {
      for (let x = runs[at + 1] ?? 0; x <= (runs[at + 2] ?? 0); x += 2) {
        const index = ((runs[at] ?? 0) * width + x) * 3;
        const [red = 0, green = 0, blue = 0] = [pixels[index], pixels[index + 1], pixels[index + 2]];
        if (Math.max(red, green, blue) - Math.min(red, green, blue) > 48) coloured += 1;
        count += 1;
      }
    }
  }
  return count === 0 ? 0 : coloured / count;
}
