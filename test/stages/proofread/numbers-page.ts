import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { digitModelSchema } from '#definitions/digit-model.schema.ts';
import type { Box } from '#domain/geometry.ts';
import type { Line, PageReading } from '#domain/page-reading.ts';
import type { Raster } from '#ports/pages.ts';
import { createDigitShapes } from '#stages/proofread/numbers/digit-shapes.ts';
import { findNumberPlaces, rereadNumbers } from '#stages/proofread/reread-numbers.ts';

const models = join(import.meta.dirname, '../../../pipelines/humanitarian-permit/models');
export const digitModel = digitModelSchema.parse(JSON.parse(readFileSync(join(models, 'digits.json'), 'utf8')));
const shapes = createDigitShapes(digitModel);

/** Numbers and words of one page in fonts of several scripts, softened as a scanner does: what each row shows, and where, in pixels. */
export const PRINTED = {
  persianDate: [100, 20, 103, 24],
  arabicDate: [100, 80, 134, 24],
  westernDate: [100, 140, 130, 24],
  nepaliDate: [100, 200, 129, 24],
  amharicDate: [100, 260, 150, 24],
  touchingPersian: [100, 320, 47, 24],
  touchingWestern: [100, 380, 63, 24],
  alefHeh: [100, 440, 19, 24],
  wared: [100, 500, 34, 24],
  ethiopicLetters: [100, 560, 40, 18],
  stamped: [100, 620, 52, 24],
  bracketed: [100, 680, 38, 24],
  withLetters: [100, 740, 66, 24],
} as const satisfies Record<string, Box>;

const drawn = await sharp(join(import.meta.dirname, 'fixtures/numbers.png'))
  .greyscale()
  .raw()
  .toBuffer({ resolveWithObject: true });
const image: Raster = {
  width: drawn.info.width,
  height: drawn.info.height,
  channels: 1,
  pixels: new Uint8Array(drawn.data),
};

/** Enough letters of a script to make it the page's. */
const PROSE = {
  Arab: 'تاريخ صدور هذه الشهادة من السلطة المختصة بموجب القانون',
  Deva: 'यह प्रमाणपत्र सक्षम अधिकारी द्वारा जारी किया गया है दिनांक',
  Ethi: 'ይህ የምስክር ወረቀት በሚመለከተው ባለሥልጣን የተሰጠ መሆኑን እናረጋግጣለን ቀን',
  Latn: 'Ce certificat est délivré par l’autorité compétente pour valoir ce que de droit',
} as const;

/** A page of a script on which something was read where a row is printed. */
export function pageWith(
  script: keyof typeof PROSE,
  row: keyof typeof PRINTED,
  read: string,
  { confidence = 0.5, language = '' } = {},
): PageReading {
  const [x, y, width, height] = PRINTED[row];
  const box: Box = [x / image.width, y / image.height, width / image.width, height / image.height];
  const prose: Line = {
    block: 1,
    box: [0, 0, 1, 0.01],
    words: PROSE[script].split(' ').map((text, at) => ({ text, box: [at / 12, 0, 0.07, 0.01], confidence: 0.9 })),
  };
  return {
    page: 1,
    state: 'read',
    source: 'ocr',
    engine: 'test',
    model: 'test',
    width: image.width,
    height: image.height,
    geometry: { turned: 0, skewDegrees: 0, quad: null },
    quality: null,
    confidence: 0.8,
    languages: [{ code: language, script, share: 1, confidence: 0.9 }],
    lines: [prose, { block: 2, box, words: [{ text: read, box, confidence }] }],
    isCutShort: false,
    failure: null,
  };
}

/** The page with its numbers read again. */
export function proofread(reading: PageReading): PageReading {
  const found = findNumberPlaces(reading);
  return found === undefined ? reading : rereadNumbers(reading, found, image, shapes);
}

/** What stands where the row is printed, after numbers were read again. */
export function reread(...page: Parameters<typeof pageWith>): string | undefined {
  return proofread(pageWith(...page)).lines[1]?.words[0]?.text;
}
