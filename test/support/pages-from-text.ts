import type { DocumentPage, Line } from '#domain/page-reading.ts';

/** How a made-up page came to be. */
export interface MadePageOptions {
  readonly source?: 'text-layer' | 'ocr';
  readonly languages?: DocumentPage['languages'];
  readonly marks?: DocumentPage['marks'];
  readonly page?: number;
}

const LINES_PER_PAGE = 55;
const LETTER_WIDTH = 0.0105;

/** One page whose lines stand one below the other; lines in capitals at the head stand larger and centred, as titles do. */
export function pageFromText(text: string, options: MadePageOptions = {}): DocumentPage {
  const texts = text.split('\n').filter((line) => line.trim() !== '');
  return {
    page: options.page ?? 1,
    state: texts.length === 0 ? 'no-text' : 'read',
    source: options.source ?? 'ocr',
    engine: null,
    model: null,
    width: 1654,
    height: 2339,
    geometry: { turned: 0, skewDegrees: 0, quad: null },
    quality: null,
    confidence: 0.9,
    languages: options.languages ?? [],
    lines: texts.map((line, at) => lineAt(line.trim(), at)),
    isCutShort: false,
    failure: null,
    marks: options.marks ?? [],
  };
}

/** The pages of a text: a form feed begins a new one, and so does a full page. */
export function pagesFromText(text: string, options: MadePageOptions = {}): DocumentPage[] {
  return text
    .split('\f')
    .flatMap((page) => {
      const lines = page.split('\n').filter((line) => line.trim() !== '');
      const parts: string[] = [];
      for (let at = 0; at < Math.max(1, lines.length); at += LINES_PER_PAGE)
        parts.push(lines.slice(at, at + LINES_PER_PAGE).join('\n'));
      return parts;
    })
    .map((page, at) => pageFromText(page, { ...options, page: (options.page ?? 1) + at }));
}

function lineAt(text: string, at: number): Line {
  const isTitle = at < 12 && text.length < 60 && /\p{Lu}{3}/u.test(text) && text === text.toUpperCase();
  const letterWidth = isTitle ? LETTER_WIDTH * 1.4 : LETTER_WIDTH;
  const height = isTitle ? 0.017 : 0.012;
  const width = Math.min(0.84, text.length * letterWidth);
  const left = isTitle ? 0.5 - width / 2 : 0.08;
  const top = 0.04 + at * 0.0165;
  const letter = width / text.length;
  // Several spaces are a gap between columns.
  const words = [...text.matchAll(/\S+/g)].map(({ 0: word, index }) => {
    const box: [number, number, number, number] = [left + index * letter, top, word.length * letter, height];
    return { text: word, box, confidence: 0.9 };
  });
  return { block: at, box: [left, top, width, height], words };
}
