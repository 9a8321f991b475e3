import type { Box } from '#domain/geometry.ts';
import type { DocumentPage, Line, PageMark } from '#domain/page-reading.ts';

/** Words of a stamp are kept by its reader only when they are this sure. */
const SURE_WORD = 0.6;

/**
 * The lines that were read in the coloured stamps of a page, apart from its print: a date stamp may be the only place where a date stands. Rows
 * that the reading of the page has already are left out.
 */
export function stampLines(page: DocumentPage): Line[] {
  const firstBlock = Math.max(0, ...page.lines.map(({ block }) => block)) + 1;
  return page.marks.filter(isReadStamp).flatMap(({ text, box }, at) => {
    const rows = text.split('\n');
    return rows.flatMap((row, index) => {
      const rowBox: Box = [box[0], box[1] + (box[3] * index) / rows.length, box[2], box[3] / rows.length];
      if (page.lines.some((line) => isReadThere(line, rowBox))) return [];
      const words = row.split(' ').map((word) => ({ text: word, box: rowBox, confidence: SURE_WORD }));
      return [{ block: firstBlock + at, box: rowBox, words }];
    });
  });
}

function isReadStamp(mark: PageMark): mark is PageMark & { readonly text: string } {
  return mark.kind === 'stamp' && mark.text !== null;
}

/** Whether the page's own reading has a number in the row. */
function isReadThere({ words }: Line, [left, top, width, height]: Box): boolean {
  return words.some(({ text, box }) => {
    const [x, y] = [box[0] + box[2] / 2, box[1] + box[3] / 2];
    return /\p{N}{2}/u.test(text) && x > left && x < left + width && y > top && y < top + height;
  });
}
