import type { Box } from '#domain/geometry.ts';
import type { PageMark } from '#domain/page-reading.ts';
import { type Component, componentsOf } from '#pixels/components.ts';

import { findHandwriting } from './find-handwriting.ts';
import { type Edges, groupsOf, heightOf, isNear, type PageInk, widthOf } from './ink-group.ts';
import { isLeftOver, wordMask } from './left-over.ts';
import { judgeSignature } from './signature-likeness.ts';
import { findStamps } from './stamp-likeness.ts';
import { withoutRules } from './without-rules.ts';

/** Below this likeness a group is not worth telling. */
const LEAST_LIKENESS = 0.3;
/** Surer signatures are not looked at again as handwriting. */
const SURE_SIGNATURE = 0.5;
/** Gap over which pieces are joined, as a share of the page width (4 mm on A4). */
const GAP_SHARE = 0.019;

/** Signatures and stamps: groups of ink left over when the printed words, rules and pictures are taken away. */
export function findPenMarks(page: PageInk & { readonly pictures: readonly PageMark[] }): PageMark[] {
  const covered = wordMask(page);
  const pieces = componentsOf(page.ink)
    .flatMap((piece) => withoutRules(piece, page))
    .filter((piece) => isLeftOver(piece, covered, page));
  const marks: PageMark[] = [];
  const others: Component[] = [];
  for (const group of groupsOf(pieces, Math.round(page.ink.width * GAP_SHARE))) {
    const { stamps, rest } = findStamps(group, page);
    for (const stamp of stamps) marks.push(markOf('stamp', stamp, page));
    const signature = judgeSignature(rest, page);
    const isSigned = signature !== undefined && signature.likeness >= SURE_SIGNATURE;
    if (signature !== undefined) marks.push(markOf('signature', signature, page));
    if (!stamps.some(({ likeness }) => likeness >= LEAST_LIKENESS))
      others.push(...(isSigned ? beside(signature, rest) : rest));
  }
  for (const note of findHandwriting(others, page)) marks.push(markOf('handwriting', note, page));
  return marks.filter(({ confidence }) => confidence >= LEAST_LIKENESS);
}

/** What does not lie in the signature's box. */
function beside(signature: Edges, pieces: readonly Component[]): Component[] {
  return pieces.filter((piece) => !isNear(signature, piece, 0));
}

function markOf(kind: PageMark['kind'], edges: Edges & { readonly likeness: number }, { ink }: PageInk): PageMark {
  const [left, top] = [Math.max(0, edges.left), Math.max(0, edges.top)];
  const right = Math.min(ink.width - 1, edges.right);
  const bottom = Math.min(ink.height - 1, edges.bottom);
  const box: Box = [
    left / ink.width,
    top / ink.height,
    widthOf({ left, right, top, bottom }) / ink.width,
    heightOf({ left, right, top, bottom }) / ink.height,
  ];
  return { kind, box, confidence: Math.round(edges.likeness * 1000) / 1000, text: null };
}
