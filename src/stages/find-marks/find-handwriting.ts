import type { Component } from '#pixels/components.ts';
import { type Edges, edgesOf, groupsOf, heightOf, millimetresOf, type PageInk, widthOf } from './ink-group.ts';
import { heightSpread, letteringOf } from './lettering.ts';
import { colourShare } from './stamp-likeness.ts';

/** Words of one note stand so near, and a note is at least so large, in millimetres. */
const NOTE = { gap: 5, wide: 18, high: 2.5 } as const;
/** Pieces that a note has at least, and how far their heights spread: letters joined in words, tall and low. */
const LEAST = { pieces: 5, spread: 0.5 } as const;

export interface Handwriting extends Edges {
  readonly likeness: number;
}

/**
 * What was written by hand among the ink that is neither print read surely nor a stamp nor a signature: thin pieces in rows, less even than
 * letters of print, or in a pen's colour. Without colour it stays a guess, since print in letters that nobody could read is left over too.
 */
export function findHandwriting(pieces: readonly Component[], page: PageInk): Handwriting[] {
  const mm = millimetresOf(page);
  const written = pieces.filter((piece) => isWritten(piece, mm));
  const found: Handwriting[] = [];
  for (const group of groupsOf(written, Math.round(NOTE.gap / mm))) {
    if (group.pieces.length < LEAST.pieces) continue;
    const edges = edgesOf(group.pieces);
    if (widthOf(edges) * mm < NOTE.wide || heightOf(edges) * mm < NOTE.high) continue;
    const likeness = likenessOf(group.pieces, page);
    if (likeness > 0) found.push({ ...edges, likeness });
  }
  return found;
}

/** Thin, of the size of a letter or a word, and no dot. */
function isWritten(piece: Component, mm: number): boolean {
  const [wide, high] = [widthOf(piece) * mm, heightOf(piece) * mm];
  if (high < 1.2 || high > 16 || wide > 70 || wide < 0.4) return false;
  const stroke = piece.area / (piece.runs.length / 3);
  return stroke * mm < 1.6 && piece.area < widthOf(piece) * heightOf(piece) * 0.6;
}

function likenessOf(pieces: readonly Component[], page: PageInk): number {
  const mm = millimetresOf(page);
  const joined = pieces.filter((piece) => widthOf(piece) > heightOf(piece) * 1.6 && widthOf(piece) * mm > 5).length;
  const share = joined / pieces.length;
  if (colourShare(pieces, page) > 0.5 && letteringOf(pieces, mm).length >= 3) return Math.min(0.9, 0.6 + share);
  return heightSpread(pieces) > LEAST.spread && share > 0.2 ? Math.min(0.6, 0.35 + share * 0.4) : 0;
}
