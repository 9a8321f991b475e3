import type { Box } from '#domain/geometry.ts';
import { unionOfBoxes } from '#domain/geometry.ts';
import { median } from '#domain/median.ts';
import type { DocumentPage, Line, Word } from '#domain/page-reading.ts';

/** Where on the sheet a piece of a letterhead can stand. */
export type Zone = 'head' | 'side' | 'foot';

/** Words that stand together on one line of one column. */
export interface Segment {
  readonly words: readonly Word[];
  readonly text: string;
  readonly box: Box;
  readonly zone: Zone;
  /** Height of its letters against the page's usual line; 1 is usual. */
  readonly size: number;
}

/** Where the head ends at the latest and the foot begins, shares of the page. */
const HEAD_END = 0.42;
const FOOT_BEGINS = 0.87;
/** White space this many letter heights wide parts two columns. */
const COLUMN_GAP = 2.6;
/** A sentence of the body: more words than a head line has, or wide with many words. */
const SENTENCE = { words: 15, wideWords: 10, width: 0.66 };
/** A line that a fax machine printed above the page. */
const FAX_LINE = /\bfax\b.*\d{2}[ .]?\d{2}|\d{1,2}:\d{2}.*\b(?:fax|p\.?\s?\d+\s?\/\s?\d+)/i;
const FAX_EDGE = 0.07;

/** The segments of a page's head (down to the first sentence), side column and foot, in reading order. */
export function headSegments(page: DocumentPage): Segment[] {
  const usual = usualHeight(page.lines);
  const parts = page.lines.flatMap((line) => columnsOf(line)).map((words) => toSegment(words, usual));
  const readable = parts.filter(
    ({ text, box }) => /\p{L}{2}|\p{sc=Han}/u.test(text) && !(box[1] < FAX_EDGE && FAX_LINE.test(text)),
  );
  const isSide = sideColumn(readable);
  const sentence = readable
    .filter((part) => !isSide(part) && isSentence(part))
    .reduce((top, { box }) => Math.min(top, box[1]), HEAD_END);
  return readable
    .flatMap((part): Segment[] => {
      const zone = zoneOf(part, sentence, isSide(part));
      return zone === undefined ? [] : [{ ...part, zone }];
    })
    .sort((a, b) => a.box[1] - b.box[1] || a.box[0] - b.box[0]);
}

function zoneOf({ box }: Piece, sentence: number, isSide: boolean): Zone | undefined {
  if (isSide) return 'side';
  if (box[1] + box[3] / 2 < sentence) return 'head';
  return box[1] > FOOT_BEGINS ? 'foot' : undefined;
}

type Piece = Omit<Segment, 'zone'>;

function toSegment(line: readonly Word[], usual: number): Piece {
  const words = withoutSpecks(line);
  const text = cleanName(words.map((word) => word.text).join(' '));
  const box = unionOfBoxes(words.map((word) => word.box)) ?? [0, 0, 0, 0];
  return { words, text, box, size: usual > 0 ? medianHeight(words) / usual : 1 };
}

/** Short words that the recogniser itself doubts at the start of a line are what it makes of a logo. */
function withoutSpecks(words: readonly Word[]): readonly Word[] {
  const start = words.findIndex(({ text, confidence }) => confidence > 0.5 || text.length > 3);
  return start > 0 ? words.slice(start) : words;
}

/** The line without the specks that a recogniser makes of logos and rules at its ends. */
function cleanName(text: string): string {
  return (
    text
      .replace(/^(?:[^\p{L}\p{N}«»"“„‘”(]+|\p{Ll}\s|[^\s\p{L}]\s|[\p{L}]\s(?=\p{Script=Latin}\s))+/u, '')
      .replace(/[\s|_~=*•·–—-]+$/u, '')
      // The Russian legal form is read as three noughts.
      .replace(/^[0OО]{3}(?=\s*[«"„])/u, 'ООО')
      .trim()
  );
}

function columnsOf({ words }: Line): readonly (readonly Word[])[] {
  const height = medianHeight(words);
  const columns: Word[][] = [];
  for (const word of words) {
    const column = columns.at(-1);
    const last = column?.at(-1);
    if (column !== undefined && last !== undefined && gapBetween(last.box, word.box) < height * COLUMN_GAP)
      column.push(word);
    else columns.push([word]);
  }
  return columns;
}

/** White space between two boxes of a line; widths are shares of the page's width, so they are brought to its height (A4). */
function gapBetween(a: Box, b: Box): number {
  return Math.max(b[0] - (a[0] + a[2]), a[0] - (b[0] + b[2])) / Math.SQRT2;
}

function isSentence({ words, box }: Piece): boolean {
  return words.length >= SENTENCE.words || (words.length >= SENTENCE.wideWords && box[2] > SENTENCE.width);
}

/** A narrow column beside the text from the top down: lines that end before nearly all long lines begin. */
function sideColumn(pieces: readonly Piece[]): (piece: Piece) => boolean {
  const long = pieces.filter(({ box, words }) => box[2] > 0.3 && words.length >= 5);
  if (long.length < 4) return () => false;
  const lefts = long.map(({ box }) => box[0]).sort((a, b) => a - b);
  const rights = long.map(({ box }) => box[0] + box[2]).sort((a, b) => b - a);
  const start = lefts[Math.floor(lefts.length * 0.15)] ?? 0;
  const end = rights[Math.floor(rights.length * 0.15)] ?? 1;
  if (start > 0.25) return ({ box }) => box[0] + box[2] < start + 0.01;
  if (end < 0.75) return ({ box }) => box[0] > end - 0.01;
  return () => false;
}

function usualHeight(lines: readonly Line[]): number {
  return median(lines.map(({ words }) => medianHeight(words)));
}

function medianHeight(words: readonly Word[]): number {
  return median(words.map(({ box }) => box[3]));
}
