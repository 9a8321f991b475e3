import type { Box } from '#domain/geometry.ts';
import type { PageMark } from '#domain/page-reading.ts';
import { type Component, componentsOf } from '#pixels/components.ts';

import type { InkGroup, PageInk } from './ink-group.ts';
import { signatureLikeness } from './signature-likeness.ts';
import { stampLikeness } from './stamp-likeness.ts';

/** Below this likeness a group is not worth telling. */
const LEAST_LIKENESS = 0.3;
/** A word read more surely than this is print; junk read into a signature is not. */
const SURE_WORD = 0.62;
/** Gap over which pieces are joined, as a share of the page width (4 mm on A4). */
const GAP_SHARE = 0.019;

/** Signatures and stamps: groups of ink left over when the printed words, rules and pictures are taken away. */
export function findPenMarks(page: PageInk & { readonly pictures: readonly PageMark[] }): PageMark[] {
  const { width, height } = page.ink;
  const covered = wordMask(page);
  const pieces = componentsOf(page.ink).filter((piece) => isLeftOver(piece, covered, page));
  const marks: PageMark[] = [];
  for (const group of groupsOf(pieces, Math.round(width * GAP_SHARE))) {
    const box: Box = [
      group.left / width,
      group.top / height,
      (group.right - group.left + 1) / width,
      (group.bottom - group.top + 1) / height,
    ];
    const stamp = stampLikeness(group, page);
    const signature = signatureLikeness(group, page, stamp);
    if (stamp >= LEAST_LIKENESS) marks.push({ kind: 'stamp', box, confidence: round(stamp), text: null });
    if (signature >= LEAST_LIKENESS) marks.push({ kind: 'signature', box, confidence: round(signature), text: null });
  }
  return marks;
}

const round = (value: number): number => Math.round(value * 1000) / 1000;

/** Pixels under words that were read surely. */
function wordMask({ ink, lines }: PageInk): Uint8Array {
  const mask = new Uint8Array(ink.bits.length);
  for (const { words } of lines) {
    for (const { box, confidence, text } of words) {
      if (confidence < SURE_WORD || !/[\p{L}\p{N}]/u.test(text) || (text.length < 2 && confidence < 0.85)) continue;
      const [left, top] = [
        Math.max(0, Math.floor(box[0] * ink.width) - 1),
        Math.max(0, Math.floor(box[1] * ink.height) - 1),
      ];
      const right = Math.min(ink.width - 1, Math.ceil((box[0] + box[2]) * ink.width) + 1);
      const bottom = Math.min(ink.height - 1, Math.ceil((box[1] + box[3]) * ink.height) + 1);
      for (let y = top; y <= bottom; y += 1) mask.fill(1, y * ink.width + left, y * ink.width + right + 1);
    }
  }
  return mask;
}

/** Ink that is neither print, nor dust, nor a ruled line, nor the rim of the scan, nor inside a picture. */
function isLeftOver(
  piece: Component,
  covered: Uint8Array,
  { ink, pictures }: PageInk & { readonly pictures: readonly PageMark[] },
): boolean {
  const [wide, high] = [piece.right - piece.left + 1, piece.bottom - piece.top + 1];
  if (piece.area < 8) return false;
  if (piece.left <= 2 || piece.top <= 2 || piece.right >= ink.width - 3 || piece.bottom >= ink.height - 3) return false;
  if (wide > ink.width * 0.6 || high > ink.height * 0.35) return false;
  if (isRule(wide, high) || isTableFrame(piece, wide, high)) return false;
  const [x, y] = [(piece.left + piece.right) / 2 / ink.width, (piece.top + piece.bottom) / 2 / ink.height];
  if (pictures.some(({ box }) => x >= box[0] && x <= box[0] + box[2] && y >= box[1] && y <= box[1] + box[3]))
    return false;
  return coveredShare(piece, covered, ink.width) < 0.5;
}

/** A ruled line: long and hardly higher than a stroke, or the other way round. */
function isRule(wide: number, high: number): boolean {
  return (wide > 25 && high <= Math.max(4, wide * 0.02)) || (high > 40 && wide <= Math.max(4, high * 0.02));
}

/** A box of a form: large and nearly empty, its ink straight along two or more sides for most of their length. */
function isTableFrame(piece: Component, wide: number, high: number): boolean {
  if (wide < 60 || high < 12 || piece.area > wide * high * 0.25) return false;
  let longRuns = 0;
  for (let at = 0; at < piece.runs.length; at += 3) {
    if ((piece.runs[at + 2] ?? 0) - (piece.runs[at + 1] ?? 0) > wide * 0.7) longRuns += 1;
  }
  return longRuns >= 2 && wide > 300;
}

function coveredShare(piece: Component, covered: Uint8Array, width: number): number {
  let inside = 0;
  for (let at = 0; at < piece.runs.length; at += 3) {
    const row = (piece.runs[at] ?? 0) * width;
    for (let x = piece.runs[at + 1] ?? 0; x <= (piece.runs[at + 2] ?? 0); x += 1) inside += covered[row + x] ?? 0;
  }
  return inside / piece.area;
}

/** Pieces whose boxes come within the gap of each other, joined until nothing more joins. */
function groupsOf(pieces: readonly Component[], gap: number): InkGroup[] {
  const groups: InkGroup[] = [];
  for (const piece of pieces) {
    let merged: InkGroup = { ...box(piece), pieces: [piece] };
    for (let at = groups.length - 1; at >= 0; at -= 1) {
      const group = groups[at];
      if (group === undefined || !isNear(group, merged, gap)) continue;
      merged = {
        left: Math.min(group.left, merged.left),
        top: Math.min(group.top, merged.top),
        right: Math.max(group.right, merged.right),
        bottom: Math.max(group.bottom, merged.bottom),
        pieces: [...group.pieces, ...merged.pieces],
      };
      groups.splice(at, 1);
    }
    groups.push(merged);
  }
  return groups;
}

function box({ left, top, right, bottom }: Component) {
  return { left, top, right, bottom };
}

type Edges = Pick<InkGroup, 'left' | 'top' | 'right' | 'bottom'>;

function isNear(a: Edges, b: Edges, gap: number): boolean {
  return a.left - gap <= b.right && b.left - gap <= a.right && a.top - gap <= b.bottom && b.top - gap <= a.bottom;
}
