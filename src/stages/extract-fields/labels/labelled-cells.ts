import type { TextLine } from '../text-line.ts';
import type { LabelHit, LabelIndex } from './label-index.ts';
import type { Token } from './label-tokens.ts';

/** Words beside or below a label that may be its value, cell by cell. */
export interface LabelledCells {
  readonly at: TextLine;
  readonly cells: readonly (readonly Token[])[];
  /** Set apart from the label by a colon, a gap or a line: the same words in running text are no label. */
  readonly isParted: boolean;
}

/** Lines below a label that may hold its value: a caption's second line, the value. */
const LINES_BELOW = 3;

/**
 * Where the value of a label may stand, likeliest first: the rest of its line, the cell beside it in another column, the line below.
 * Words come in reading order, so that right-to-left lines need nothing of their own.
 */
export function cellsAfter(hit: LabelHit, lines: readonly TextLine[], index: LabelIndex): LabelledCells[] {
  const line = lines[hit.line];
  if (line === undefined) return [];
  const first = afterTwin(line, hit, index);
  const own = cellsFrom(line, first, { index, at: hit.line });
  const places: LabelledCells[] =
    own.length > 0 ? [{ at: line, cells: own, isParted: isParted(line, hit, first) }] : [];
  // A sentence that breaks after the word labels nothing.
  if (line.tokens[hit.from]?.isCellStart !== true) return places;
  const isHead = index.labelAt(hit.line, first) > 0;
  if (own.length === 0 && !isHead) places.push(...beside(line, hit, lines).map((other) => whole(other, lines, index)));
  if (own.length === 0 || isHead)
    places.push(...below(line, hit, lines).map((other) => under(other, hit, lines, index)));
  return places.filter(({ cells }) => cells.length > 0);
}

/** Where the words after the label begin; its translation behind a stroke ("Surname / Nom") belongs to it. */
function afterTwin(line: TextLine, hit: LabelHit, index: LabelIndex): number {
  const { tokens } = line;
  let at = hit.to;
  while (at < tokens.length && tokens[at]?.key === '') at += 1;
  const marks = tokens.slice(hit.to - 1, at).map(({ text }) => text);
  if (!marks.some((text) => /\/$/.test(text))) return at;
  const known = index.labelAt(hit.line, at);
  if (known > 0) return afterTwin(line, { ...hit, to: at + known }, index);
  const colon = tokens.findIndex(({ text }, position) => position >= at && /[:：]$/.test(text));
  if (colon !== -1) return colon + 1;
  const gap = tokens.findIndex(({ isAfterGap }, position) => position > at && isAfterGap);
  return gap === -1 ? at : gap;
}

/** The cells of a line from a token on, up to another label. */
function cellsFrom(
  { tokens }: TextLine,
  first: number,
  { index, at }: { readonly index: LabelIndex; readonly at: number },
): Token[][] {
  const cells: Token[][] = [];
  for (let position = first; position < tokens.length; position += 1) {
    const token = tokens[position];
    if (token === undefined || endsValue(tokens, position, index.labelAt(at, position))) break;
    if (cells.length === 0 || token.isAfterGap) cells.push([]);
    cells.at(-1)?.push(token);
  }
  return cells.filter(hasContent);
}

/** Whether another label begins: at the head of a cell, or inside a line when a colon follows it ("TRAORE Prénom : Mariam"). */
function endsValue(tokens: readonly Token[], at: number, labelLength: number): boolean {
  if (labelLength === 0) return false;
  if (tokens[at]?.isCellStart === true) return true;
  return tokens.slice(at, at + labelLength + 1).some(({ text }) => /[:：]$/.test(text));
}

function whole(line: TextLine, lines: readonly TextLine[], index: LabelIndex): LabelledCells {
  return { at: line, cells: cellsFrom(line, 0, { index, at: lines.indexOf(line) }), isParted: true };
}

/** A colon or dash behind the label or its translation, or a gap. */
function isParted({ tokens }: TextLine, hit: LabelHit, first: number): boolean {
  const marks = tokens.slice(hit.to - 1, first).map(({ text }) => text);
  return tokens[first]?.isAfterGap === true || marks.some((text) => /[:：=–—/-]$/.test(text));
}

/** Of a line with several cells, those under the label; else the line. */
function under(line: TextLine, hit: LabelHit, lines: readonly TextLine[], index: LabelIndex): LabelledCells {
  const found = whole(line, lines, index);
  const [left, right] = rangeOf(lines[hit.line], hit);
  const cells = found.cells.filter((cell) => {
    const first = cell[0]?.box;
    const last = cell.at(-1)?.box;
    if (first === undefined || last === undefined) return false;
    const [from, to] = [Math.min(first[0], last[0]), Math.max(first[0] + first[2], last[0] + last[2])];
    return from < right && left < to;
  });
  return { ...found, cells: cells.length > 0 ? cells : found.cells };
}

/** The line of another column at the same height that stands nearest. */
function beside(line: TextLine, hit: LabelHit, lines: readonly TextLine[]): TextLine[] {
  const [, y, , height] = line.line.box;
  const [left, right] = rangeOf(line, hit);
  const middle = y + height / 2;
  return lines
    .filter((other) => {
      const [, top, , tall] = other.line.box;
      return other !== line && other.page === line.page && top < middle && middle < top + tall;
    })
    .sort((a, b) => gapTo(a, left, right) - gapTo(b, left, right))
    .slice(0, 1);
}

function gapTo({ line: { box } }: TextLine, left: number, right: number): number {
  return Math.max(box[0] - right, left - box[0] - box[2]);
}

/** The next line of the page below the label's words. */
function below(line: TextLine, hit: LabelHit, lines: readonly TextLine[]): TextLine[] {
  const [left, right] = rangeOf(line, hit);
  return lines
    .slice(hit.line + 1, hit.line + 1 + LINES_BELOW)
    .filter(({ page, line: { box } }) => page === line.page && box[0] < right && left < box[0] + box[2])
    .slice(0, 1);
}

/** From where to where the label stands on its line, whichever way it is read. */
function rangeOf(line: TextLine | undefined, hit: LabelHit): [left: number, right: number] {
  const words = line?.tokens.slice(hit.from, hit.to) ?? [];
  return [Math.min(...words.map(({ box }) => box[0])), Math.max(...words.map(({ box }) => box[0] + box[2]))];
}

function hasContent(tokens: readonly Token[]): boolean {
  return tokens.some(({ key }) => key !== '' && key !== 'n°');
}

/** All cells of a line. */
export function tokenCells(tokens: readonly Token[]): Token[][] {
  const cells: Token[][] = [];
  for (const token of tokens) {
    if (cells.length === 0 || token.isAfterGap) cells.push([]);
    cells.at(-1)?.push(token);
  }
  return cells;
}

/** The printed text of tokens. */
export function textOf(tokens: readonly Token[]): string {
  return tokens
    .map(({ text, isGlued }, at) => (isGlued || at === 0 ? text : ` ${text}`))
    .join('')
    .trim();
}
