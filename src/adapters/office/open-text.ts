import { LiasseFailure } from '#domain/failure.ts';
import type { Line } from '#domain/page-reading.ts';
import type { OpenedFile } from '#ports/file-opener.ts';
import type { TextLayer } from '#ports/pages.ts';

/** A page of A4 in points, laid out as a typewriter would. */
const PAGE = { width: 595, height: 842, margin: 57, lineHeight: 13, letterWidth: 5.2 };
const LINES_A_PAGE = Math.floor((PAGE.height - 2 * PAGE.margin) / PAGE.lineHeight);
const LETTERS_A_LINE = Math.floor((PAGE.width - 2 * PAGE.margin) / PAGE.letterWidth);

/** Letters that so many pages hold when they are full. */
export function mostLetters(pages: number): number {
  return pages * LINES_A_PAGE * (LETTERS_A_LINE + 1);
}

/**
 * A file that is text without a layout (TXT, DOCX, ODT, the body of an e-mail), set on pages so that every word has a place. Throws
 * `too-many-pages` for a text that can't fit on `mostPages`, before it is laid out.
 */
export function openText(text: string, mediaType: string, mostPages: number): OpenedFile {
  if (text.length > mostLetters(mostPages)) throw new LiasseFailure('too-many-pages', 'a text without end');
  const lines = text
    .normalize('NFC')
    .split(/\r\n|\r|\n|\f/)
    .flatMap(wrap);
  const pages: string[][] = [];
  for (let start = 0; start < lines.length || start === 0; start += LINES_A_PAGE)
    pages.push(lines.slice(start, start + LINES_A_PAGE));
  return {
    mediaType,
    pageCount: pages.length,
    page: (number) => ({
      textLayer: () => Promise.resolve(layerOf(pages[number - 1] ?? [])),
      raster: () => Promise.resolve(null),
    }),
    close: () => Promise.resolve(),
  };
}

/** Breaks a paragraph between words where the line is full, and a word that is longer than a line where it ends. */
function wrap(paragraph: string): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of paragraph.split(/\s+/).flatMap(pieces)) {
    if (line !== '' && line.length + 1 + word.length > LETTERS_A_LINE) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

const LINEFUL = new RegExp(`.{1,${LETTERS_A_LINE}}`, 'gsu');

function pieces(word: string): readonly string[] {
  return word.length <= LETTERS_A_LINE ? [word] : (word.match(LINEFUL) ?? []);
}

function layerOf(texts: readonly string[]): TextLayer {
  const lines: Line[] = [];
  let block = 0;
  for (const [row, text] of texts.entries()) {
    if (text === '') {
      block += 1;
      continue;
    }
    const words = [...text.matchAll(/\S+/g)].map((match) => ({
      text: match[0],
      confidence: 1,
      box: boxAt(row, match.index, match[0].length),
    }));
    lines.push({ block, box: boxAt(row, 0, text.length), words });
  }
  return { width: PAGE.width, height: PAGE.height, lines, coveredByImage: false };
}

function boxAt(row: number, column: number, letters: number): [number, number, number, number] {
  return [
    (PAGE.margin + column * PAGE.letterWidth) / PAGE.width,
    (PAGE.margin + row * PAGE.lineHeight) / PAGE.height,
    (letters * PAGE.letterWidth) / PAGE.width,
    (PAGE.lineHeight * 0.8) / PAGE.height,
  ];
}
