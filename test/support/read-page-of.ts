import type { Box } from '#domain/geometry.ts';
import type { Line, PageReading, Word } from '#domain/page-reading.ts';

/** A word of a made-up line; sizes in hundredths of the page, letters are two high. */
export interface MadeWord {
  readonly text: string;
  readonly x: number;
  readonly width: number;
  readonly height?: number;
  readonly confidence?: number;
}

/** A line of words that stand on one base line; `y` in hundredths of the page. */
export function lineOf(words: readonly MadeWord[], y = 10): Line {
  const made = words.map(({ text, x, width, height = 2, confidence = 0.95 }): Word => {
    const box: Box = [x / 100, (y + 1 - height / 2) / 100, width / 100, height / 100];
    return { text, box, confidence };
  });
  const top = Math.min(...made.map(({ box }) => box[1]));
  const bottom = Math.max(...made.map(({ box }) => box[1] + box[3]));
  return { block: 0, box: [0, top, 1, bottom - top], words: made };
}

/** The words of a text, as wide as printed, one after the other. */
export function lineOfText(text: string, y = 10): Line {
  let x = 5;
  const words = text.split(' ').map((word): MadeWord => {
    const made = { text: word, x, width: word.length };
    x += word.length + 1;
    return made;
  });
  return lineOf(words, y);
}

/** A square page recognised from pixels. */
export function readPageOf(lines: readonly Line[], language = 'fr', confidence = 0.93): PageReading {
  return {
    page: 1,
    state: 'read',
    source: 'ocr',
    engine: 'tesseract',
    model: 'fra',
    width: 1000,
    height: 1000,
    geometry: { turned: 0, skewDegrees: 0, quad: null },
    quality: null,
    confidence,
    languages: [{ code: language, script: 'Latn', share: 1, confidence: 0.99 }],
    lines: [...lines],
    isCutShort: false,
    failure: null,
  };
}
