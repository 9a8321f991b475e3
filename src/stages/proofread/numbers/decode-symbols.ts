import type { DigitSet } from '#definitions/digit-model.schema.ts';
import { cutTouching, joined, type Piece, type Rule } from './cut-pieces.ts';
import type { DigitShapes, PlacedSymbol } from './digit-shapes.ts';

/** A row of pieces read with one set of digits. */
export interface SymbolRow {
  readonly set: DigitSet;
  /** Left to right. */
  readonly symbols: readonly PlacedSymbol[];
  /** Mean over the pieces of the logarithm of their chances, times their number: comparable between sets for the same pieces. */
  readonly score: number;
}

/** Pieces that one symbol may be made of. */
const MOST_PARTS = 3;
/** Wider than this against its height, no digit. */
const WIDEST = 1.35;
/** A gap up to this share of the height may lie within a broken digit. */
const CRACK = 0.1;
/** Joining what stands apart, and cutting what hangs together, have to be worth it. */
const JOIN_COST = 0.7;
const CUT_COST = 0.35;
const LEAST = 1e-4;
/** Share of the digits' height above which a piece is no speck or point. */
const TALL = 0.55;

interface Span {
  readonly parts: number;
  readonly cost: number;
  readonly chances: Float32Array;
  readonly isTall: boolean;
  readonly isCutOff: boolean;
}

/** What the pieces are under each of the sets, touching ones cut and broken ones joined where that reads best. */
export function decodeSymbols(
  pieces: readonly Piece[],
  rule: Rule,
  shapes: DigitShapes,
  sets: readonly DigitSet[],
): SymbolRow[] {
  const atoms = cutTouching(pieces, rule);
  const spans = atoms.map((_, at) => spansFrom(atoms, at, rule, shapes));
  return sets.map((set) => bestRow(spans, shapes, set));
}

/** The symbols that may begin with an atom. */
function spansFrom(atoms: readonly Piece[], at: number, rule: Rule, shapes: DigitShapes): Span[] {
  const height = rule.bottom - rule.top + 1;
  const spans: Span[] = [];
  for (let parts = 1; parts <= MOST_PARTS && at + parts <= atoms.length; parts += 1) {
    const own = atoms.slice(at, at + parts);
    const whole = joined(own);
    if (parts > 1 && !mayBeOne(own, whole, height)) break;
    // What begins or ends in the middle of a piece was cut.
    const isCut = whole.isCutOff || atoms[at + parts]?.isCutOff === true;
    spans.push({
      parts,
      cost: JOIN_COST * own.slice(1).filter((part) => !part.isCutOff).length + (isCut ? CUT_COST : 0),
      chances: shapes.chancesOf(whole, rule),
      isTall: whole.bottom - whole.top + 1 > TALL * height,
      isCutOff: whole.isCutOff,
    });
  }
  return spans;
}

/** Whether parts may be one digit: they hang together, or hardly a crack lies between, and are not too wide. */
function mayBeOne(parts: readonly Piece[], whole: Piece, height: number): boolean {
  const [before, last] = parts.slice(-2);
  if (before === undefined || last === undefined) return true;
  const isNear = last.isCutOff || last.left - before.right <= CRACK * height;
  return isNear && whole.right - whole.left + 1 <= WIDEST * height;
}

interface Path {
  readonly score: number;
  readonly symbols: readonly PlacedSymbol[];
}

function bestRow(spans: readonly (readonly Span[])[], shapes: DigitShapes, set: DigitSet): SymbolRow {
  const paths: (Path | undefined)[] = [{ score: 0, symbols: [] }];
  spans.forEach((options, at) => {
    const path = paths[at];
    if (path === undefined) return;
    for (const { parts, cost, chances, isTall, isCutOff } of options) {
      // What is no digit need not be put together first.
      const symbol = shapes.bestOf(chances, set, parts === 1);
      const score = path.score + parts * Math.log(Math.max(LEAST, symbol.chance)) - cost;
      const known = paths[at + parts];
      if (known === undefined || score > known.score)
        paths[at + parts] = { score, symbols: [...path.symbols, { ...symbol, isTall, isCutOff }] };
    }
  });
  const { score, symbols } = paths[spans.length] ?? { score: Number.NEGATIVE_INFINITY, symbols: [] };
  return { set, score, symbols };
}
