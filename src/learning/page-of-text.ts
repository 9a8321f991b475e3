import type { Box } from '#domain/geometry.ts';
import type { DocumentPage, Line } from '#domain/page-reading.ts';

/** Lines a page holds. */
const LINES = 50;
const LINE_HEIGHT = 0.012;

/** A text as a page that was read well, one line under the other, for papers of which only the wording is known. */
export function pageOfText(text: string): DocumentPage {
  const texts = text.split('\n').filter((line) => line.trim() !== '');
  const lines = texts.map((line, row): Line => {
    const words = line.split(/\s+/).filter((word) => word !== '');
    const top = Math.min(0.97, (row + 2) / LINES);
    const width = 0.8 / Math.max(1, words.length);
    return {
      block: row,
      box: boxAt(0.1, top, Math.min(0.8, line.length / 90)),
      words: words.map((word, at) => ({
        text: word,
        box: boxAt(0.1 + at * width, top, width * 0.9),
        confidence: 1,
      })),
    };
  });
  return {
    page: 1,
    state: 'read',
    source: 'text-layer',
    engine: null,
    model: null,
    width: 595,
    height: 842,
    geometry: { turned: 0, skewDegrees: 0, quad: null },
    quality: null,
    confidence: 1,
    languages: [],
    lines,
    isCutShort: false,
    failure: null,
    marks: [],
  };
}

function boxAt(left: number, top: number, width: number): Box {
  return [left, top, width, LINE_HEIGHT];
}
