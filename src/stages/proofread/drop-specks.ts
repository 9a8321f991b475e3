import type { Line, PageReading, Word } from '#domain/page-reading.ts';

/** Below this confidence a line or word is looked at more closely; print that is hard to read rarely falls under it. */
const DOUBTFUL = 0.35;
const UNSURE = 0.5;
const NOT_SURE = 0.7;
/** A page read worse than this is read by a model that does not fit: then low confidence tells nothing of a word. */
const WELL_READ_PAGE = 0.8;
/** Heights in those of the page's letters: pen strokes and stamps are tall, dust is flat. */
const TALL = 1.7;
const FLAT = 0.2;
/** Gap beside a word, in heights of the page's letters, from which it stands apart. */
const APART = 1;

/** Marks that a recogniser makes of rules, bullets, dust and pen strokes; `/`, `:` and the like belong to running text. */
const STRAY_MARKS = /^[«»*+=~^<>|¦\\'"‘’“”°©®¢£€$&#@_§¬!{}[\]¤¥•-]+$/u;
const RULE = /^[|¦]+$/u;
const BULLET = /^[«•*>]$/u;
const HAS_LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;
/** Two digits make a number or a date, `<` a machine line: nothing to lose on suspicion. */
const PRECIOUS = /\p{N}\p{N}|</u;
/** Scripts whose full stop is a vertical bar. */
const BAR_WRITING = /[\p{sc=Deva}\p{sc=Beng}\p{sc=Guru}\p{sc=Gujr}\p{sc=Orya}]/u;

/** What a word is judged by. */
interface Standing {
  readonly word: Word;
  readonly height: number;
  readonly before: number;
  readonly after: number;
  readonly line: Line;
}

/**
 * Takes out what was read where nothing is printed: rules of tables, bullets, dust, pen strokes, shreds of logos and stamps.
 * Only what is short, doubtful or tiny, and holds no number. Nothing on a page that was read badly throughout.
 */
export function dropSpecks(reading: PageReading): readonly Line[] {
  const letters = middleLetterHeight(reading);
  if (letters === undefined) return reading.lines;
  const isWellRead = reading.confidence >= WELL_READ_PAGE;
  return reading.lines.flatMap((line) => {
    if (isWellRead && isScrawl(line, (line.box[3] * reading.height) / letters)) return [];
    const words = line.words.filter((word, index) => {
      const gap = (left: Word | undefined, right: Word | undefined) =>
        gapBetween(left, right) * (reading.width / letters);
      const [before, after] = [gap(line.words[index - 1], word), gap(word, line.words[index + 1])];
      return !isSpeck({ word, height: (word.box[3] * reading.height) / letters, before, after, line }, isWellRead);
    });
    if (words.length === line.words.length) return [line];
    return words.length === 0 ? [] : [{ ...line, words }];
  });
}

/** Few letters, doubtful, and too tall for print unless there are next to none: the last words of a paragraph are short, too. */
function isScrawl({ words }: Line, height: number): boolean {
  const text = words.map((word) => word.text).join('');
  if (PRECIOUS.test(text)) return false;
  const total = words.reduce((sum, word) => sum + word.text.length * word.confidence, 0);
  const confidence = total / Math.max(1, text.length);
  if (text.length <= 4) return confidence < UNSURE;
  if (height <= TALL) return false;
  return text.length <= 6 ? confidence < UNSURE : text.length <= 10 && confidence < DOUBTFUL;
}

function isSpeck(standing: Standing, isWellRead: boolean): boolean {
  const { word } = standing;
  if (word.text.length > 2 || PRECIOUS.test(word.text)) return false;
  if (RULE.test(word.text)) return isRule(standing);
  if (BULLET.test(word.text) && isBullet(standing)) return true;
  if (!HAS_LETTER_OR_DIGIT.test(word.text)) return word.confidence < NOT_SURE && STRAY_MARKS.test(word.text);
  return isWellRead && isStrayLetter(standing);
}

/** A bar between two words of running text may be one; at an edge of the line, or apart, it is the rule of a table. */
function isRule({ word, before, after, line }: Standing): boolean {
  if (word.confidence < UNSURE) return true;
  const isStop = before < APART && line.words.some(({ text }) => BAR_WRITING.test(text));
  return !isStop && Math.max(before, after) > APART;
}

/** Smaller than a letter, in front of a line. */
function isBullet({ word, height, before, after, line }: Standing): boolean {
  const isClosed = line.words.some(({ text }) => text.includes('»'));
  return word === line.words[0] && height < 0.7 && before > APART && after > 0.6 && !(word.text === '«' && isClosed);
}

function isStrayLetter({ word, height, before, after }: Standing): boolean {
  if (height < FLAT && word.confidence < 0.9) return true;
  const isAlone = before > APART && after > APART;
  if (height > TALL && word.confidence < NOT_SURE) return true;
  return isAlone && word.confidence < DOUBTFUL && !/\p{N}/u.test(word.text);
}

/** Between two words, whichever way they run, as a share of the page's width; endless at the end of a line. */
function gapBetween(left: Word | undefined, right: Word | undefined): number {
  if (left === undefined || right === undefined) return Number.POSITIVE_INFINITY;
  const [a, b] = [left.box, right.box];
  return Math.max(b[0] - a[0] - a[2], a[0] - b[0] - b[2]);
}

/** Middle height, in pixels, of the words of more than three letters. */
function middleLetterHeight({ lines, height }: PageReading): number | undefined {
  const heights = lines
    .flatMap(({ words }) => words.filter(({ text }) => text.length > 3))
    .map(({ box }) => box[3] * height)
    .sort((a, b) => a - b);
  return heights[heights.length >> 1];
}
