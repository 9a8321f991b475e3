import type { Component } from '#pixels/components.ts';
import { findOutlines, type Outline } from './find-outlines.ts';
import { type Edges, edgesOf, heightOf, type InkGroup, millimetresOf, type PageInk, widthOf } from './ink-group.ts';
import { heightSpread, letteringOf, tiltOf } from './lettering.ts';

/** Height of the head of a page, where rings and frames are logos. */
const HEAD_SHARE = 0.16;
/** A frame this level is printed more often than stamped: hands are not that exact. Degrees. */
const LEVEL = 0.8;
/** Largest stamp without outline, in millimetres. */
const LARGEST = { width: 95, height: 50 } as const;
const COLOURED = 0.35;
const LEAST_LETTER_MM = 1;
/** A ring as whole as this needs no lettering that stands free of it: blur joins them. */
const PLAIN_RING = 0.83;
/** Largest spread of the heights of stamped letters. */
const EVEN = 0.75;

export interface Stamp extends Edges {
  readonly likeness: number;
}

/** The stamps in a group of ink, and the ink that is neither their lines nor their lettering. */
export interface Stamped {
  readonly stamps: readonly Stamp[];
  readonly rest: readonly Component[];
}

/** Tells stamps by a ring or a frame of the right size, by coloured lettering among black print, or by lettering that stands askew. */
export function findStamps(group: InkGroup, page: PageInk): Stamped {
  const mm = millimetresOf(page);
  const { outlines, rest } = findOutlines(
    group.pieces,
    mm,
    (outline) => outline.tilt === null || holdsLettering(outline, group.pieces, page),
  );
  if (outlines.length > 0) {
    const outer = outlines.filter((one) => !outlines.some((other) => other !== one && isWithin(one, other)));
    const stamps = outer.map((outline) => ({ ...outline.edges, likeness: outlineLikeness(outline, group, page) }));
    return { stamps, rest: rest.filter((piece) => !isInnerLettering(piece, outlines, mm)) };
  }
  const likeness = plainLikeness(group, page);
  return {
    stamps: likeness === 0 ? [] : [{ ...edgesOf(letteringOf(group.pieces, mm)), likeness }],
    rest: group.pieces,
  };
}

function outlineLikeness(outline: Outline, group: InkGroup, page: PageInk): number {
  const { left, right, top, bottom } = outline.edges;
  const own = group.pieces.filter(
    (piece) => piece.left <= right && piece.right >= left && piece.top <= bottom && piece.bottom >= top,
  );
  const isColoured = colourShare(own, page) > COLOURED;
  let likeness = outline.likeness + (isColoured ? 0.1 : 0);
  if (outline.tilt !== null && outline.tilt < LEVEL && !isColoured) likeness -= 0.2;
  if (outline.likeness < PLAIN_RING && !holdsLettering(outline, own, page)) likeness -= 0.3;
  const isLevel = outline.tilt === null || outline.tilt < 2;
  if (bottom < page.ink.height * HEAD_SHARE && isLevel) likeness = Math.min(0.44, likeness * 0.5);
  return Math.max(0, Math.min(0.98, likeness));
}

/** Stamps say something: an empty frame is a drawing, a field of a form or the crossing strokes of a pen. */
function holdsLettering(outline: Outline, pieces: readonly Component[], page: PageInk): boolean {
  const { width, height } = page.ink;
  const isReadInside = page.lines.some(({ words }) =>
    words.some(({ box }) => outline.isIn((box[0] + box[2] / 2) * width, (box[1] + box[3] / 2) * height)),
  );
  if (isReadInside) return true;
  const inside = pieces.filter(
    (piece) => heightOf(piece) * millimetresOf(page) >= LEAST_LETTER_MM && isEnclosed(piece, outline),
  );
  const covered = inside.reduce((sum, piece) => sum + widthOf(piece), 0);
  return inside.length >= 3 || (inside.length > 0 && covered > widthOf(outline.edges) * 0.25);
}

/** The smaller outline of two whose middle lies in the larger. */
function isWithin({ edges }: Outline, other: Outline): boolean {
  const isSmaller = widthOf(edges) * heightOf(edges) < widthOf(other.edges) * heightOf(other.edges);
  return isSmaller && other.isIn((edges.left + edges.right) / 2, (edges.top + edges.bottom) / 2);
}

/** Letters inside an outline are the stamp's; long strokes through it are a pen's. */
function isInnerLettering(piece: Component, outlines: readonly Outline[], mm: number): boolean {
  const size = Math.max(widthOf(piece), heightOf(piece));
  const [x, y] = [(piece.left + piece.right) / 2, (piece.top + piece.bottom) / 2];
  return outlines.some((outline) => {
    if (!outline.isIn(x, y) && !outline.isOn(x, y)) return false;
    // Cursive scripts join a word's letters; a signature seldom keeps to the middle of a stamp.
    return size * mm < 9 || (size < widthOf(outline.edges) * 0.6 && isEnclosed(piece, outline));
  });
}

function isEnclosed({ left, top, right, bottom }: Component, { isIn }: Outline): boolean {
  return isIn(left, top) && isIn(right, top) && isIn(left, bottom) && isIn(right, bottom);
}

/** Stamps without outline: lettering as regular as print, but coloured, or askew on a page that stands upright. */
function plainLikeness(group: InkGroup, page: PageInk): number {
  const mm = millimetresOf(page);
  const letters = letteringOf(group.pieces, mm);
  if (letters.length < 10) return 0;
  const edges = edgesOf(letters);
  const [wide, high] = [widthOf(edges) * mm, heightOf(edges) * mm];
  if (wide < 15 || wide > LARGEST.width || high < 5 || high > LARGEST.height) return 0;
  if (edges.bottom < page.ink.height * HEAD_SHARE) return 0;
  if (heightSpread(letters) > EVEN) return 0;
  const byColour = colourShare(letters, page) > 0.45 ? 0.62 : 0;
  const byTilt = Math.abs(tiltOf(letters, mm)) >= 3 ? 0.55 : 0;
  return byColour > 0 && byTilt > 0 ? 0.8 : Math.max(byColour, byTilt);
}

/** Share of the ink that has a colour. */
export function colourShare(pieces: readonly Component[], { colours, ink }: PageInk): number {
  const { channels, pixels } = colours;
  if (channels === 1) return 0;
  let coloured = 0;
  let count = 0;
  for (const { runs } of pieces) {
    for (let at = 0; at < runs.length; at += 3) {
      for (let x = runs[at + 1] ?? 0; x <= (runs[at + 2] ?? 0); x += 2) {
        const index = ((runs[at] ?? 0) * ink.width + x) * 3;
        const [red = 0, green = 0, blue = 0] = [pixels[index], pixels[index + 1], pixels[index + 2]];
        if (Math.max(red, green, blue) - Math.min(red, green, blue) > 48) coloured += 1;
        count += 1;
      }
    }
  }
  return count === 0 ? 0 : coloured / count;
}
