import type { PageMark, Word } from '#domain/page-reading.ts';
import type { Component } from '#pixels/components.ts';
import { heightOf, millimetresOf, type PageInk, widthOf } from './ink-group.ts';

/** A word read more surely than this is print; junk read into a signature is not. */
const SURE_WORD = 0.62;
/** Letters stand at most so many times the page's usual word height high and wide; a scrawl taken for two letters is larger. */
const LARGEST_LETTER = 2.2;
/** A stroke through a printed word still shows: so much of it, in millimetres, outside the word. */
const SHOWN = { wideMm: 9, highMm: 5, share: 0.3 };

interface Page extends PageInk {
  readonly pictures: readonly PageMark[];
}

/** Pixels under words that were read surely and can be print. */
export function wordMask({ ink, lines }: PageInk): Uint8Array {
  const mask = new Uint8Array(ink.bits.length);
  const isPrint = printTest({ ink, lines });
  for (const word of lines.flatMap(({ words }) => words)) {
    if (!isPrint(word)) continue;
    const { box } = word;
    const left = Math.max(0, Math.floor(box[0] * ink.width) - 1);
    const top = Math.max(0, Math.floor(box[1] * ink.height) - 1);
    const right = Math.min(ink.width - 1, Math.ceil((box[0] + box[2]) * ink.width) + 1);
    const bottom = Math.min(ink.height - 1, Math.ceil((box[1] + box[3]) * ink.height) + 1);
    for (let y = top; y <= bottom; y += 1) mask.fill(1, y * ink.width + left, y * ink.width + right + 1);
  }
  return mask;
}

/** Tells words that are print by how surely they were read and by their size among the others of the page. */
function printTest({ ink, lines }: Pick<PageInk, 'ink' | 'lines'>): (word: Word) => boolean {
  const words = lines.flatMap((line) => line.words);
  const heights = words.map(({ box }) => box[3] * ink.height).sort((a, b) => a - b);
  const usual = heights[heights.length >> 1] ?? 0;
  return ({ text, box, confidence }) => {
    const letters = text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
    if (confidence < SURE_WORD || letters === 0 || (text.length < 2 && confidence < 0.85)) return false;
    const [wide, high] = [box[2] * ink.width, box[3] * ink.height];
    // Headings are large, but many letters read surely are no scrawl.
    if (letters >= 4 && confidence > 0.8) return true;
    return high < usual * LARGEST_LETTER && wide / letters < usual * LARGEST_LETTER;
  };
}

/** Ink that is neither print, nor dust, nor a ruled line, nor the rim of the scan, nor inside a picture. */
export function isLeftOver(piece: Component, covered: Uint8Array, page: Page): boolean {
  const { ink } = page;
  const [wide, high] = [widthOf(piece), heightOf(piece)];
  if (piece.area < 8 || wide > ink.width * 0.6 || high > ink.height * 0.35) return false;
  if (isRim(piece, page) || isRule(wide, high)) return false;
  if (isInPicture(piece, page)) return false;
  return showsOutside(piece, covered, page);
}

/** Along the edge of the scan: its border or shadow. A stroke that merely runs off a cut page touches the edge with a small part. */
function isRim(piece: Component, { ink }: PageInk): boolean {
  const [right, bottom] = [ink.width - 3, ink.height - 3];
  const isTouching = piece.left <= 2 || piece.top <= 2 || piece.right >= right || piece.bottom >= bottom;
  if (!isTouching) return false;
  let along = 0;
  for (let at = 0; at < piece.runs.length; at += 3) {
    const [y = 0, from = 0, to = 0] = [piece.runs[at], piece.runs[at + 1], piece.runs[at + 2]];
    if (y <= 2 || y >= bottom) along += to - from + 1;
    else if (from <= 2 || to >= right) along += 1;
  }
  return along > Math.max(widthOf(piece), heightOf(piece)) * 0.3 || Math.max(widthOf(piece), heightOf(piece)) < 25;
}

/** A ruled line: long and hardly higher than a stroke, or the other way round. */
function isRule(wide: number, high: number): boolean {
  return (wide > 25 && high <= Math.max(4, wide * 0.02)) || (high > 40 && wide <= Math.max(4, high * 0.02));
}

function isInPicture(piece: Component, { ink, pictures }: Page): boolean {
  const [x, y] = [(piece.left + piece.right) / 2 / ink.width, (piece.top + piece.bottom) / 2 / ink.height];
  return pictures.some(({ box }) => x >= box[0] && x <= box[0] + box[2] && y >= box[1] && y <= box[1] + box[3]);
}

/** Most of the piece lies outside of printed words, or enough of it for a pen stroke that runs through them. */
function showsOutside(piece: Component, covered: Uint8Array, page: PageInk): boolean {
  const outside = { left: piece.right, top: piece.bottom, right: piece.left, bottom: piece.top };
  let count = 0;
  for (let at = 0; at < piece.runs.length; at += 3) {
    const y = piece.runs[at] ?? 0;
    for (let x = piece.runs[at + 1] ?? 0; x <= (piece.runs[at + 2] ?? 0); x += 1) {
      if (covered[y * page.ink.width + x] === 1) continue;
      count += 1;
      outside.left = Math.min(outside.left, x);
      outside.right = Math.max(outside.right, x);
      outside.top = Math.min(outside.top, y);
      outside.bottom = Math.max(outside.bottom, y);
    }
  }
  if (count > piece.area * 0.5) return true;
  const mm = millimetresOf(page);
  return (
    count > piece.area * SHOWN.share && widthOf(outside) * mm > SHOWN.wideMm && heightOf(outside) * mm > SHOWN.highMm
  );
}
