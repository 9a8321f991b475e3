import { findZone, type Zone } from './column-zone.ts';
import type { Piece } from './page-pieces.ts';
import type { Print } from './page-print.ts';
import { isSameTwice } from './same-twice.ts';
import type { Row, Stretch } from './white-channel.ts';
import {
  areSignatures,
  blocksApart,
  cellRows,
  hasKeys,
  isBesideText,
  isPaired,
  isTable,
  printIn,
} from './zone-kind.ts';
import { inRows, isRunning, joined, sidesOf } from './zone-sides.ts';

/** Pieces in the order of reading: what stands above a zone of two sides, the zone, what stands below, each the same way. */
export function arrange(pieces: readonly Piece[], print: Print): Piece[] {
  const zone = findZone(pieces, print, (reach) => areSignatures(reach, sidesOf(reach, print), print));
  if (zone === undefined) return inRows(pieces, print);
  const whole = isWhole(zone.reach, print);
  const { rows } = whole ? zone.reach : zone;
  const within = new Set(rows.flat());
  const rest = pieces.filter((piece) => !within.has(piece));
  const top = Math.min(...rows.flat().map(({ middle }) => middle));
  return [
    ...arrange(
      rest.filter(({ middle }) => middle < top),
      print,
    ),
    ...(whole ? inColumns(zone.reach, print) : arrangeZone(zone, print)),
    ...arrange(
      rest.filter(({ middle }) => middle >= top),
      print,
    ),
  ];
}

/** Whether what stands over much white belongs to a zone all the same: a column beside the text, signatures with room between. */
function isWhole(reach: Stretch, print: Print): boolean {
  const sides = sidesOf(reach, print);
  return isBesideText(sides, print) || areSignatures(reach, sides, print);
}

function arrangeZone(zone: Zone, page: Print): Piece[] {
  const { rows, channel } = zone;
  const sides = sidesOf(zone, page);
  const print = printIn(sides, page);
  const cells = cellRows(rows, sides, print);
  if (sides.every(isRunning)) {
    if (cells.length > 1 && isSameTwice(sides))
      return cells.flatMap((cell) => sideBySide({ rows: cell, channel }, page));
    if (!hasKeys(sides, print) && !isPaired(rows, sides)) return inColumns(zone, page);
  }
  if (cells.length > 1) return cells.flatMap((cell) => (cell.length === 1 ? across(cell) : arrange(cell.flat(), page)));
  if (isTable(rows, sides)) return across(rows);
  const blocks = blocksApart(rows, print);
  return blocks.length > 1 ? blocks.flatMap((block) => arrange(block.flat(), page)) : inColumns(zone, page);
}

/** One side after the other. */
function inColumns(stretch: Stretch, print: Print): Piece[] {
  return sidesOf(stretch, print).flatMap((side) => arrange(side, print));
}

/** A paragraph and its like in another language; lines that stand alone beside one another stay one. */
function sideBySide(stretch: Stretch, print: Print): Piece[] {
  if (stretch.rows.length === 1) return across(stretch.rows);
  return sidesOf(stretch, print).flatMap((side) => inRows(side, print));
}

/** Rows as lines. */
function across(rows: readonly Row[]): Piece[] {
  return rows.flatMap(joined);
}
