import type { Box } from '#domain/geometry.ts';
import { crop, within } from '#pixels/crop.ts';
import { scaleRaster } from '#pixels/resample.ts';
import { resampleGrey } from '#pixels/resample-grey.ts';
import type { Raster } from '#ports/pages.ts';
import { cutPieces, type Piece, ruleOf, STRIP_HEIGHT } from './cut-pieces.ts';
import type { NumberPlace } from './number-places.ts';

/** Room around a word, against its height. */
const ROOM_X = 0.7;
const ROOM_Y = 0.3;
/** A word's box is this inexact, against its height. */
const SLACK = 0.15;
/** A gap up to this, against the height of its digits, does not end a number. */
const GAP = 0.33;
/** A line longer than this, against the height, and flat, is a rule of the form. */
const RULE_LENGTH = 1.2;
const RULE_HEIGHT = 0.15;

/** The ink of a place. */
export interface PlaceInk {
  /** Left to right, in pixels of a strip of its own. */
  readonly pieces: readonly Piece[];
  /** Share of the page's width at which its ink ends: what stands there on the right belongs to it. */
  readonly right: number;
}

/** The pieces of ink of a place, cut from the grey page. */
export function inkAt(page: Raster, place: NumberPlace): PlaceInk {
  const [x, y, width, height] = inPixels(place.box, page);
  if (height < 4 || width < 2) return { pieces: [], right: 0 };
  const area = within(page, {
    left: x - ROOM_X * height,
    top: y - ROOM_Y * height,
    width: width + 2 * ROOM_X * height,
    height: height * (1 + 2 * ROOM_Y),
  });
  const factor = STRIP_HEIGHT / height;
  const toStrip = ([left, top, wide, high]: Box): Box => [
    (left - area.left) * factor,
    (top - area.top) * factor,
    wide * factor,
    high * factor,
  ];
  const strip = enlarged(crop(page, area), factor);
  const others = place.others.map((box) => toStrip(inPixels(box, page)));
  const pieces = cutPieces(strip).filter((piece) => !isRule(piece, strip));
  const own = ownPieces(pieces, toStrip([x, y, width, height]), others);
  const right = Math.max(0, ...own.map((piece) => piece.right));
  return { pieces: own, right: (right / factor + area.left) / page.width };
}

function inPixels([x, y, width, height]: Box, page: Raster): Box {
  return [x * page.width, y * page.height, width * page.width, height * page.height];
}

function enlarged(raster: Raster, factor: number): Raster {
  if (factor < 0.9) return scaleRaster(raster, factor);
  const size = { width: Math.round(raster.width * factor), height: Math.round(raster.height * factor) };
  const shift = 0.5 / factor - 0.5;
  return resampleGrey(raster, size, [1 / factor, 0, shift, 0, 1 / factor, shift]);
}

function isRule(piece: Piece, strip: Raster): boolean {
  const [width, height] = [piece.right - piece.left + 1, piece.bottom - piece.top + 1];
  if (width > RULE_LENGTH * STRIP_HEIGHT && height < RULE_HEIGHT * STRIP_HEIGHT) return true;
  return piece.top === 0 && piece.bottom === strip.height - 1;
}

/** The pieces within the box, and those beside it that follow without a gap and are no other word's. */
function ownPieces(pieces: readonly Piece[], [x, y, width, height]: Box, others: readonly Box[]): Piece[] {
  const inLine = pieces.filter(({ top, bottom }) => {
    const middle = (top + bottom) / 2;
    return middle > y - SLACK * height && middle < y + (1 + SLACK) * height;
  });
  const centre = ({ left, right }: Piece): number => (left + right) / 2;
  const isOthers = (piece: Piece): boolean =>
    others.some(([left, , wide]) => centre(piece) > left && centre(piece) < left + wide);
  const isIn = (piece: Piece): boolean =>
    centre(piece) > x - SLACK * height && centre(piece) < x + width + SLACK * height;
  const own = inLine.filter(isIn);
  const beside = inLine.filter((piece) => !isIn(piece) && !isOthers(piece));
  const rule = ruleOf(own);
  const gap = GAP * (rule === undefined ? height : rule.bottom - rule.top + 1);
  const left = following(own, beside, gap, ({ left: near, right: far }) => [-far, -near]);
  const right = following(own, beside, gap, (piece) => [piece.left, piece.right]);
  return [...left.toReversed(), ...own, ...right];
}

/** The pieces that follow the own ones on one side, each close to the one before; `span` gives a piece's ends in that direction. */
function following(
  own: readonly Piece[],
  beside: readonly Piece[],
  gap: number,
  span: (piece: Piece) => readonly [near: number, far: number],
): Piece[] {
  let end = Math.max(...own.map((piece) => span(piece)[1]));
  const found: Piece[] = [];
  for (const piece of beside.toSorted((a, b) => span(a)[0] - span(b)[0])) {
    const [near, far] = span(piece);
    if (far <= end || near - end > gap) continue;
    found.push(piece);
    end = far;
  }
  return found;
}
