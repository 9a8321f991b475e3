import { unionOfBoxes } from '#domain/geometry.ts';
import type { Line, PageReading } from '#domain/page-reading.ts';
import { arrange } from './arrange-pieces.ts';
import { isRightToLeftPage, spokenOrder } from './direction.ts';
import { type Piece, piecesOf } from './page-pieces.ts';
import { printOf } from './page-print.ts';

/**
 * The lines of a page in the order in which a person reads them: head blocks side by side one after the other, columns of an article or of a
 * second language likewise, rows of a table or a form across, from the right where the writing begins there. Lines that a recogniser drew
 * through two columns are parted, cells of one row that it read apart are put together; where everything stands in one column, lines are
 * only sorted. `block` ascends; a new one begins where the reader's changes, or where reading goes on further up.
 *
 * The page is cut as in a recursive XY-cut (Nagy & Seth 1984), with white channels found from the gaps of rows rather than from projections
 * (after Breuel 2002, whitespace cover), and paragraphs told by the steps of their lines (O'Gorman 1993, docstrum).
 */
export function inReadingOrder(page: Pick<PageReading, 'lines' | 'width' | 'height'>): Line[] {
  const isRightToLeft = isRightToLeftPage(page.lines);
  const pieces = piecesOf(page);
  const ordered = arrange(pieces, printOf(pieces, isRightToLeft));
  let block = 0;
  return ordered
    .map((piece, index) => {
      const before = ordered[index - 1];
      if (before !== undefined && isNewBlock(before, piece)) block += 1;
      return lineOf(piece, block, isRightToLeft);
    })
    .filter(({ words }) => words.length > 0);
}

function isNewBlock(before: Piece, piece: Piece): boolean {
  return before.line.block !== piece.line.block || piece.middle < before.middle || piece.line === before.line;
}

function lineOf(piece: Piece, block: number, isRightToLeft: boolean): Line {
  const words = spokenOrder(piece, isRightToLeft);
  const box = piece.isWhole ? piece.line.box : unionOfBoxes(words.map((word) => word.box));
  return { block, box: box ?? piece.line.box, words: [...words] };
}
