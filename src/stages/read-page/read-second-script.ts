import type { Box } from '#domain/geometry.ts';
import type { Word } from '#domain/page-reading.ts';
import type { Raster } from '#ports/pages.ts';
import type { Recognition } from '#ports/text-recognizer.ts';
import { countLetters } from '#text/count-letters.ts';
import type { PixelReading, ReadingTools } from './pixel-reading.ts';
import { bestSister } from './read-sample.ts';
import { bandWithMost, SAMPLE_HEIGHT } from './sample-band.ts';

/** A word read less surely than this may be in letters that the model does not know. */
const DOUBTFUL = 0.6;
/** A page with this share of its letters in doubtful words, and so many letters, is worth a look for a second script. */
const LOOK = { share: 0.12, letters: 24 };
/** A second script leaves at most this share of the doubt; otherwise it was dirt, handwriting or a bad photo. */
const DOUBT_LEFT = 0.5;
/** A second script has at least so many letters that are read surely. */
const FEWEST_FOREIGN = 8;
/** The band in which scripts are tried moves down the page by this much, in pixels. */
const STEP = 40;

/**
 * Papers of two scripts (Arabic and French, Georgian and English, a Russian original beside its translation): the first reading is sure of one
 * and guesses the other. Where many words are doubtful, the page is read once more with two models, of which the engine takes
 * the surer one word by word. The first reading stays unless that takes away most of the doubt.
 */
export async function readSecondScript(first: PixelReading, tools: ReadingTools): Promise<PixelReading> {
  const doubt = doubtOf(first.recognition);
  if (doubt.share < LOOK.share || doubt.letters < LOOK.letters) return first;
  const latin = tools.models.firstOf('Latn');
  if (latin === undefined) return first;
  const isLatin = (first.languages[0]?.script ?? 'Latn') === 'Latn';
  const other = isLatin ? await findOther(first, tools) : first.model;
  if (other === undefined) return first;
  const own = isLatin ? first.model : latin;
  const both = await tools.read(first.page, [own, other]);
  return isExplained(both.recognition, doubt.share) ? both : first;
}

/** The model of the script that stands beside the Latin one: what the engine sees in the most doubtful band, or else the commonest ones, tried. */
async function findOther(first: PixelReading, tools: ReadingTools): Promise<string | undefined> {
  const { recognizer, models, signal, spending } = tools;
  const band = doubtfulBand(first.page.image, first.recognition);
  const found = await recognizer.orientation(band, signal);
  const seen = found?.script == null ? undefined : models.firstOf(found.script);
  const likely = hasForeignLines(first.recognition) ? [...models.besideLatin, ...models.toTry] : models.besideLatin;
  const candidates = new Set([seen, ...likely].filter((model) => model !== undefined));
  for (const model of [first.model, models.firstOf('Latn')]) if (model !== undefined) candidates.delete(model);
  const read = (wanted: readonly string[]): Promise<Recognition> =>
    recognizer.recognize(band, { models: wanted, layout: 'page', signal, spending });
  const before = doubtOf(await read([first.model])).share;
  for (const other of candidates)
    if (isExplained(await read([first.model, other]), before)) {
      const sister = await bestSister(first.page, models.familyOf(other), { ...tools, sampleOf: () => band });
      return sister?.model ?? other;
    }
  return undefined;
}

/** So many lines, each with neighbouring doubtful words of so many letters: print in letters that the model does not know. */
const FOREIGN_LINES = { lines: 2, letters: 6 };

function hasForeignLines({ lines }: Recognition): boolean {
  return lines.filter(({ words }) => longestDoubt(words) >= FOREIGN_LINES.letters).length >= FOREIGN_LINES.lines;
}

/** Letters of the longest run of doubtful words; words without letters neither count nor end it. */
function longestDoubt(words: readonly Word[]): number {
  let run = 0;
  let longest = 0;
  for (const word of words) {
    const letters = lettersOf(word);
    if (letters > 0 && word.confidence >= DOUBTFUL) run = 0;
    else run += letters;
    longest = Math.max(longest, run);
  }
  return longest;
}

/** Most of the doubt is gone, and there are words of another script: a model that merely knows Latin letters too explains nothing. */
function isExplained(both: Recognition, doubtBefore: number): boolean {
  const foreign = both.lines
    .flatMap(({ words }) => words)
    .filter(({ text, confidence }) => confidence >= DOUBTFUL && !/\p{sc=Latn}/u.test(text))
    .reduce((sum, word) => sum + lettersOf(word), 0);
  return foreign >= FEWEST_FOREIGN && doubtOf(both).share <= doubtBefore * DOUBT_LEFT;
}

function doubtOf({ lines }: Recognition): { share: number; letters: number } {
  let letters = 0;
  let doubtful = 0;
  for (const { words } of lines) {
    for (const word of words) {
      const count = lettersOf(word);
      letters += count;
      if (word.confidence < DOUBTFUL) doubtful += count;
    }
  }
  return { share: letters === 0 ? 0 : doubtful / letters, letters: doubtful };
}

function lettersOf({ text }: Word): number {
  return countLetters(text);
}

/** The band of the page with the most doubtful letters. */
function doubtfulBand(image: Raster, { lines }: Recognition): Raster {
  const { height } = image;
  if (height <= SAMPLE_HEIGHT) return image;
  const doubtful = lines.flatMap(({ words }) => words).filter(({ confidence }) => confidence < DOUBTFUL);
  return bandWithMost(image, { bandHeight: SAMPLE_HEIGHT, step: STEP, from: 0, to: height }, (top) =>
    doubtful.reduce(
      (sum, word) => sum + (isWithin(word.box, top / height, (top + SAMPLE_HEIGHT) / height) ? lettersOf(word) : 0),
      0,
    ),
  );
}

function isWithin([, top, , height]: Box, from: number, to: number): boolean {
  return top >= from && top + height <= to;
}
