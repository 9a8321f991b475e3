import type { Line, Word } from '#domain/page-reading.ts';

/** Marks that recognisers confuse, standing alone between two words; a hyphen inside a word shares the word's box and is left alone. */
const DASHES = /^[-–—−‐‑_~=]{1,2}$/u;
const DOTS = /^[-–«»•·*:]$/u;
/** Widths in heights of the line's words (a capital with what hangs below): a hyphen has a third, an en dash half an em, an em dash one em. */
const EN_FROM = 0.45;
const EM_FROM = 0.92;
const WIDEST = 1.7;
/** Higher than that, in its own width, and it is no dash. */
const HIGHEST = 0.6;
/** A middle dot is as high as wide, and no wider than a stem is thick. */
const WIDEST_DOT = 0.2;

/** Size of the raster that was read, which box fractions refer to. */
export interface PageSize {
  readonly width: number;
  readonly height: number;
}

/**
 * Hyphen, en dash, em dash or middle dot, told by the size of the mark: many models know only some of them, and their shapes differ in
 * nothing else.
 */
export function mendDashes(line: Line, page: PageSize): Line {
  const letters = letterHeight(line, page);
  if (letters === undefined) return line;
  const words = line.words.map((word, index) => {
    const [width, height] = [(word.box[2] * page.width) / letters, (word.box[3] * page.height) / letters];
    const isBetween = index > 0 && index < line.words.length - 1;
    const text = (isBetween ? dotOf(word, width, height) : undefined) ?? dashOf(word, width, height);
    return text === undefined || text === word.text ? word : { ...word, text };
  });
  return words.every((word, index) => word === line.words[index]) ? line : { ...line, words };
}

function dotOf({ text }: Word, width: number, height: number): string | undefined {
  const isSquare = width < height * 1.4 && height < width * 1.6;
  return DOTS.test(text) && isSquare && width <= WIDEST_DOT ? '·' : undefined;
}

function dashOf({ text }: Word, width: number, height: number): string | undefined {
  if (!DASHES.test(text) || width > WIDEST || height > width * HIGHEST) return undefined;
  if (width >= EM_FROM) return '—';
  return width >= EN_FROM ? '–' : '-';
}

/** Middle height of the line's words in pixels; undefined on a line of marks alone. */
function letterHeight(line: Line, page: PageSize): number | undefined {
  const heights = line.words
    .filter(({ text }) => /[\p{L}\p{N}]/u.test(text) && text.length > 1)
    .map(({ box }) => box[3] * page.height)
    .sort((a, b) => a - b);
  return heights[heights.length >> 1];
}
