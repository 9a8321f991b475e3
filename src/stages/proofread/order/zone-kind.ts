import { median } from '#domain/median.ts';
import { cellsOf, isLevel, type Piece, textOf } from './page-pieces.ts';
import { type Print, usualStep } from './page-print.ts';
import { alignedTops, pairedParagraphs, startsOf, topOf } from './paragraphs.ts';
import { isSameColumn, type Row, type Stretch } from './white-channel.ts';
import { fullLines, isFilled, type Sides, textRows, widthOf } from './zone-sides.ts';

/** An amount, or a count, with what may stand around it. */
const AMOUNT = /^[^\p{L}\p{N}]*\p{N}[\p{N}\p{P}\p{S}\p{Zs}]*(?:\p{L}{1,3}\.?)?$/u;
const COLON = /[:：]\s*$|^\s*[:：]/;
/** A table of two columns has this many rows, one of more columns fewer: side by side, blocks of text are shorter. */
const TABLE = { rows: 5, wideRows: 3, paired: 0.8 };
/** A column of labels: so many, nearly all standing apart, with something beside half of them. */
const KEYS = { rows: 3, apart: 0.8, beside: 0.5 };
/** A column beside the text: so many lines, nearly all flush, narrower than the text by this; the text runs over so much of the page's height, in so many lines. */
const BESIDE = { lines: 3, flush: 0.7, share: 0.6, width: 0.3, rows: 4, fullLines: 2, level: 0.8, edge: 0.012 };
/** Where the head of a page ends at the latest, in heights of the page. */
const HEAD = 0.12;
/** White that parts what merely stands under one another, in steps of lines. */
const BAND = 1.15;
/** Signatures stand in the lower part of the page: what is signed as, room to sign, who signed. In steps of lines, rows, words and signs. */
const SIGNED = { below: 0.3, room: 2.2, rows: 3, words: 8 };

/** How a zone is printed: where no running text tells, its own letters do. At the head of a page stand names rather than forms. */
export function printIn(sides: Sides, page: Print): Print {
  if (page.isMeasured) return page;
  const steps = [page.step, ...sides.map(usualStep)];
  const isHead = Math.min(...sides.flat().map(({ middle }) => middle)) < HEAD;
  return { ...page, step: isHead ? Math.max(...steps) : Math.min(...steps) };
}

/** The rows of a zone put together to rows of cells that stand beside one another; fewer than two where there are none. */
export function cellRows(rows: readonly Row[], sides: Sides, print: Print): Row[][] {
  const tops = hasKeys(sides, print) ? startsOf(sides[0], print).map(topOf) : alignedTops(sides, print);
  const cells: Row[][] = [];
  for (const row of tops.length < 2 ? [] : rows) {
    const middle = Math.max(...row.map((piece) => piece.middle));
    const number = tops.filter((top) => top < middle).length;
    const last = cells.at(-1);
    const before = last?.at(-1);
    const isNew =
      before === undefined || number > tops.filter((top) => top < Math.max(...before.map((one) => one.middle))).length;
    if (last === undefined || isNew) cells.push([row]);
    else last.push(row);
  }
  return cells;
}

/** Whether the side that is read first holds labels, each standing apart, and the other what belongs to them. */
export function hasKeys(sides: Sides, print: Print): boolean {
  const [first, second] = sides;
  const starts = startsOf(first, print);
  const areApart = (side: readonly Piece[]): boolean =>
    startsOf(side, print).length >= textRows(side).length * KEYS.apart;
  const beside = starts.filter((one) => second.some((other) => isLevel(one, other))).length;
  return (
    starts.length >= KEYS.rows &&
    areApart(first) &&
    beside >= Math.min(starts.length, textRows(second).length) * KEYS.beside &&
    // Labels and values of one length look like columns of text, but for the steps of their lines.
    (!sides.every(isFilled) || sides.every(areApart))
  );
}

/** Whether the rows of a zone are rows of one table or form, however close they stand: amounts, labels with a colon, many rows or columns. */
export function isTable(rows: readonly Row[], sides: Sides): boolean {
  const pairs = sides[0].flatMap((one) => {
    const other = sides[1].find((two) => isLevel(one, two));
    return other !== undefined && one.isText && other.isText ? [[textOf(one), textOf(other)]] : [];
  });
  const fewest = Math.min(...sides.map(({ length }) => length));
  const amounts = pairs.filter((pair) => pair.some((text) => AMOUNT.test(text))).length;
  const labels = pairs.filter((pair) => pair.some((text) => COLON.test(text))).length;
  const isAcross = (amounts >= 2 && amounts >= pairs.length * 0.5) || labels >= pairs.length * 0.4;
  return (pairs.length >= 2 && pairs.length >= fewest * 0.5 && isAcross) || isPaired(rows, sides);
}

/** Whether nearly all rows, and many, have something on both sides, as no two blocks of text do that happen to stand side by side. */
export function isPaired(rows: readonly Row[], sides: Sides): boolean {
  const both = rows.filter((row) =>
    sides.every((side) => row.some((piece) => side.some(({ line }) => line === piece.line))),
  );
  const wide = both.filter((row) => row.flatMap((piece) => cellsOf(piece)).length > 2);
  const isLong = both.length >= TABLE.rows || wide.length >= TABLE.wideRows;
  return isLong && both.length >= rows.length * TABLE.paired && !sides.every(isFilled);
}

/** Rows parted where more white than between lines runs across. */
export function bandsOf(rows: readonly Row[], most: number): Row[][] {
  const bands: Row[][] = [];
  let before = Number.NEGATIVE_INFINITY;
  for (const row of rows) {
    const middle = median(row.map((piece) => piece.middle));
    if (middle - before > most) bands.push([row]);
    else bands.at(-1)?.push(row);
    before = middle;
  }
  return bands;
}

/** Rows of a zone parted where they merely stand under one another. */
export function blocksApart(rows: readonly Row[], { step }: Print): Row[][] {
  return bandsOf(rows, step * BAND);
}

/** Whether one side is a narrow column beside the text: the letterhead, a list of the staff. */
export function isBesideText(sides: Sides, print: Print): boolean {
  if (pairedParagraphs(sides, print) >= 4) return false;
  const [first, second] = sides;
  return isBeside(first, second) || isBeside(second, first);
}

function isBeside(column: readonly Piece[], text: readonly Piece[]): boolean {
  const isText =
    textRows(text).length >= BESIDE.rows && fullLines(text) >= BESIDE.fullLines && widthOf(text) >= BESIDE.width;
  const level = column.filter((one) => text.some((other) => isLevel(one, other)));
  const isFlush = (edge: (piece: Piece) => number): boolean => {
    const at = median(column.map(edge));
    return column.filter((piece) => Math.abs(edge(piece) - at) < BESIDE.edge).length >= column.length * BESIDE.flush;
  };
  return (
    isText &&
    textRows(column).length >= BESIDE.lines &&
    widthOf(column) < widthOf(text) * BESIDE.share &&
    level.length <= column.length * BESIDE.level &&
    (isFlush(({ left }) => left) || isFlush(({ right }) => right))
  );
}

/** Whether two parties sign side by side: above what they sign as, below who they are, each in its column, with room between. */
export function areSignatures({ rows }: Stretch, sides: Sides, { step, height }: Print): boolean {
  const bands = bandsOf(rows, step * SIGNED.room);
  const isPlain = (piece: Piece): boolean =>
    piece.words.length <= SIGNED.words && !AMOUNT.test(textOf(piece)) && !COLON.test(textOf(piece));
  return (
    bands.length === 2 &&
    (rows[0]?.[0]?.middle ?? 0) > SIGNED.below &&
    bands.every((band) => band.length <= SIGNED.rows && sides.every((side) => hasPart(band, side))) &&
    sides.every((side) => side.every(isPlain) && side.every((one) => isSameColumn([one], side.slice(0, 1), height)))
  );
}

function hasPart(band: readonly Row[], side: readonly Piece[]): boolean {
  return band.flat().some(({ line, isText }) => isText && side.some((piece) => piece.line === line));
}
