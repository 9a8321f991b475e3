import type { Raster } from '#ports/pages.ts';
import { paperColour } from './part-inks.ts';
import { type Region, regionsOf } from './regions.ts';

/** A place in pixels where coloured ink lies over black print. */
export interface InkPlace {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Cells along the longer side of the raster: of A4, two millimetres each. */
const CELLS = 150;
/** Spread of the channels that makes a colour, of 255 and of the brightest channel; less is a tint of light or of old paper. */
const LEAST_CHROMA = { level: 28, share: 0.26 } as const;
/** Darker than this without colour is print. */
const DARKEST_PRINT = 110;
/** Shares of a cell's pixels. */
const SHARES = { coloured: 0.06, print: 0.04, filled: 0.6 } as const;
/** Sizes of a stamp on a page, as shares of the raster's longer side: what is flatter is a line of text, what is larger a coloured form. */
const SIZE = { least: 0.04, mostWide: 0.4, mostHigh: 0.3 } as const;
/** Cells along the edges. */
const RIM = 2;
/** Cells in which colour and print meet: enough of them, or the colour stands beside the print. */
const MEETING = { cells: 3, share: 0.03 } as const;

/**
 * Stamps and pen strokes in colour that lie over black print. Coloured headings, logos and bands are none: no black print runs
 * through them. A grey raster has none. A sixteenth of the pixels is looked at.
 */
export function findColouredInk(raster: Raster): InkPlace[] {
  if (raster.channels === 1) return [];
  const cell = Math.max(4, Math.round(Math.max(raster.width, raster.height) / CELLS));
  const [columns, rows] = [Math.floor(raster.width / cell), Math.floor(raster.height / cell)];
  const kinds = cellKinds(raster, { cell, columns, rows });
  const coloured = widened(
    kinds.map((kind) => (kind === COLOURED || kind === MEETS ? 1 : 0)),
    columns,
  );
  const longest = Math.max(columns, rows);
  return regionsOf(coloured, columns)
    .filter(
      (region) =>
        !isAtRim(region, columns, rows) && isStampSized(region, longest) && meetsPrint(region, kinds, columns),
    )
    .map(({ left, top, right, bottom }) => ({
      left: left * cell,
      top: top * cell,
      width: (right - left + 1) * cell,
      height: (bottom - top + 1) * cell,
    }));
}

/** What a cell holds: coloured ink, coloured ink and black print, or neither. */
const [COLOURED, MEETS] = [1, 2];

interface Grid {
  readonly cell: number;
  readonly columns: number;
  readonly rows: number;
}

function cellKinds(raster: Raster, { cell, columns, rows }: Grid): Uint8Array {
  const paper = paperColour(raster);
  const gains = paper.map((level) => 255 / level);
  const kinds = new Uint8Array(columns * rows);
  for (let row = 0; row < rows; row += 1)
    for (let column = 0; column < columns; column += 1)
      kinds[row * columns + column] = kindOf(raster, gains, { left: column * cell, top: row * cell, cell });
  return kinds;
}

function kindOf(
  raster: Raster,
  gains: readonly number[],
  { left, top, cell }: { readonly left: number; readonly top: number; readonly cell: number },
): number {
  const step = Math.max(2, cell >> 2);
  const counts = [0, 0, 0];
  let count = 0;
  for (let y = top + (step >> 1); y < top + cell; y += step) {
    for (let x = left + (step >> 1); x < left + cell; x += step, count += 1) {
      const kind = pixelKind(raster, gains, (y * raster.width + x) * 3);
      counts[kind] = (counts[kind] ?? 0) + 1;
    }
  }
  const [, coloured = 0, print = 0] = counts;
  if (coloured < count * SHARES.coloured || coloured > count * SHARES.filled) return 0;
  return print >= count * SHARES.print ? MEETS : COLOURED;
}

/** 1 for coloured ink, 2 for black print, 0 for the rest. */
function pixelKind(
  { pixels }: Raster,
  [redGain = 1, greenGain = 1, blueGain = 1]: readonly number[],
  at: number,
): 0 | 1 | 2 {
  const red = (pixels[at] ?? 0) * redGain;
  const green = (pixels[at + 1] ?? 0) * greenGain;
  const blue = (pixels[at + 2] ?? 0) * blueGain;
  const most = Math.max(red, green, blue);
  const chroma = most - Math.min(red, green, blue);
  if (chroma > Math.max(LEAST_CHROMA.level, most * LEAST_CHROMA.share)) return 1;
  return most < DARKEST_PRINT ? 2 : 0;
}

/** Marked cells and all around them: a stamp's letters stand apart, and its line may be faint. */
function widened(cells: Uint8Array, columns: number): Uint8Array {
  const out = new Uint8Array(cells.length);
  for (let at = cells.indexOf(1); at !== -1; at = cells.indexOf(1, at + 1))
    for (let row = at - columns; row <= at + columns; row += columns)
      out.fill(1, Math.max(0, row - 1), Math.max(0, row + 2));
  return out;
}

/** The table that a sheet was photographed on, or a coloured border. */
function isAtRim({ left, top, right, bottom }: Region, columns: number, rows: number): boolean {
  return left < RIM || top < RIM || right >= columns - RIM || bottom >= rows - RIM;
}

function isStampSized({ left, top, right, bottom }: Region, longest: number): boolean {
  const [wide, high] = [(right - left + 1) / longest, (bottom - top + 1) / longest];
  return Math.min(wide, high) >= SIZE.least && wide <= SIZE.mostWide && high <= SIZE.mostHigh;
}

function meetsPrint({ left, top, right, bottom, count }: Region, kinds: Uint8Array, columns: number): boolean {
  let meeting = 0;
  for (let row = top; row <= bottom; row += 1)
    for (let column = left; column <= right; column += 1) if (kinds[row * columns + column] === MEETS) meeting += 1;
  return meeting >= MEETING.cells && meeting >= count * MEETING.share;
}
