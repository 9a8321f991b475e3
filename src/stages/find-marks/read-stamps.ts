import type { PageMark, PageReading } from '#domain/page-reading.ts';
import { componentsOf } from '#pixels/components.ts';
import { inkOf, inkThreshold } from '#pixels/ink.ts';
import { partInks } from '#pixels/part-inks.ts';
import { rotateRaster } from '#pixels/resample.ts';
import type { Raster } from '#ports/pages.ts';
import type { Recognition, TextRecognizer } from '#ports/text-recognizer.ts';
import { letteringOf, tiltOf } from './lettering.ts';

/** Only stamps that are told this surely are read, and at most so many on a page: each costs a few tenths of a second. */
const WORTH_READING = { confidence: 0.5, most: 3 } as const;
/** A word of a stamp is kept when it was read this surely; text on a rim and strokes across give rubbish, which the reader doubts. */
const SURE_WORD = 0.6;
/** Fewer letters and digits than this say nothing. */
const LEAST_LETTERS = 4;
/** Letters of a stamp are one to seven millimetres high; a page is 210 wide. */
const PAGE_WIDTH_MM = 210;

export interface StampReader {
  readonly recognizer: TextRecognizer;
  readonly signal: AbortSignal;
  /** The page upright with its colours, large enough to be read; fetched only when there is a stamp to read. */
  readonly colours: () => Promise<Raster | null | undefined>;
}

/** The marks, those stamps with their text whose coloured ink could be parted from the print and read alone. A grey page has none. */
export async function readStamps(
  marks: readonly PageMark[],
  reading: PageReading,
  { recognizer, signal, colours }: StampReader,
): Promise<PageMark[]> {
  const models = reading.model?.split('+') ?? [];
  const toRead = marks
    .filter((mark) => mark.kind === 'stamp' && mark.confidence >= WORTH_READING.confidence)
    .slice(0, WORTH_READING.most);
  if (models.length === 0 || toRead.length === 0) return [...marks];
  const image = await colours();
  if (image === null || image === undefined || image.channels === 1) return [...marks];
  const read = new Map<PageMark, string>();
  for (const mark of toRead) {
    const ink = stampInk(image, mark);
    if (ink === undefined) continue;
    const text = sureText(await recognizer.recognize(ink, { models, layout: 'block', signal }));
    if (text !== null) read.set(mark, text);
  }
  return marks.map((mark) => ({ ...mark, text: read.get(mark) ?? mark.text }));
}

/** The stamp's ink alone, dark on white, its lines level; undefined when it has no colour or no letters. */
function stampInk(image: Raster, { box }: PageMark): Raster | undefined {
  const left = Math.max(0, Math.floor(box[0] * image.width));
  const top = Math.max(0, Math.floor(box[1] * image.height));
  const width = Math.min(image.width - left, Math.ceil(box[2] * image.width));
  const height = Math.min(image.height - top, Math.ceil(box[3] * image.height));
  const colour = partInks(image, { left, top, width, height })?.colour;
  if (colour === undefined) return undefined;
  const mm = PAGE_WIDTH_MM / image.width;
  const letters = letteringOf(componentsOf(inkOf(colour, inkThreshold(colour))), mm);
  return letters.length < LEAST_LETTERS ? undefined : rotateRaster(colour, -tiltOf(letters, mm));
}

/** The words read surely, line by line; null when they are too few. */
function sureText({ lines }: Recognition): string | null {
  const text = lines
    .map(({ words }) => words.filter(({ confidence }) => confidence >= SURE_WORD).map((word) => word.text))
    .filter((words) => words.some((word) => /[\p{L}\p{N}]{2}/u.test(word)))
    .map((words) => words.join(' '))
    .join('\n');
  return (text.match(/[\p{L}\p{N}]/gu)?.length ?? 0) < LEAST_LETTERS ? null : text;
}
