import type { DocumentPage, Line } from '#domain/page-reading.ts';
import { foldWords } from '#text/fold-words.ts';
import type { SequenceWord } from '#text/word-sequence.ts';
import { type DateLine, isAtEdge } from './printed-date.ts';
import { stampLines } from './stamp-lines.ts';

/** The lines of all pages in reading order, with the offsets that tie a place in the text to its words. */
export function dateLines(pages: readonly DocumentPage[]): DateLine[] {
  const lines: DateLine[] = [];
  let firstItem = 0;
  pages.forEach((page, pageIndex) => {
    for (const line of [...page.lines, ...stampLines(page)]) {
      const made = dateLine(line, { page, pageIndex, line: lines.length, firstItem });
      lines.push(made);
      firstItem += made.items.length;
    }
  });
  return lines.map((line) => (isAtEdge(line.box) ? { ...line, row: rowOf(line, lines) } : line));
}

/** Columns cut a line that a machine printed across the page. */
function rowOf(line: DateLine, lines: readonly DateLine[]): string {
  const middle = line.box[1] + line.box[3] / 2;
  return lines
    .filter(({ page, box }) => page === line.page && box[1] < middle && box[1] + box[3] > middle)
    .map(({ text }) => text)
    .join(' ');
}

interface At {
  readonly page: DocumentPage;
  readonly pageIndex: number;
  readonly line: number;
  readonly firstItem: number;
}

function dateLine(line: Line, at: At): DateLine {
  let text = '';
  const offsets: number[] = [];
  const items: SequenceWord[] = [];
  for (const word of line.words) {
    if (text !== '') text += ' ';
    offsets.push(text.length);
    const printed = word.text.normalize('NFC');
    text += printed;
    for (const folded of foldWords(printed)) {
      items.push({
        folded,
        printed,
        box: word.box,
        line: at.line,
        page: at.page.page,
        isRecognised: at.page.source === 'ocr',
      });
    }
  }
  return {
    page: at.page,
    pageIndex: at.pageIndex,
    block: line.block,
    box: line.box,
    text,
    row: text,
    offsets,
    wordBoxes: line.words.map((word) => word.box),
    wordConfidences: line.words.map((word) => word.confidence),
    items,
    firstItem: at.firstItem,
  };
}

/** Whether a text may go on from one line to the next: in one block, or right below where blocks were cut too small. */
export function runsOn(line: DateLine, next: DateLine): boolean {
  if (next.page !== line.page || next.firstItem !== line.firstItem + line.items.length) return false;
  if (next.block === line.block) return true;
  const [x, y, , lineHeight] = line.box;
  const height = Math.max(lineHeight, 0.008);
  const drop = next.box[1] - (y + lineHeight);
  return drop > -0.3 * height && drop < height && Math.abs(next.box[0] - x) < 0.02;
}
