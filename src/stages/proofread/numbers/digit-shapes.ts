import type { DigitModel, DigitSet } from '#definitions/digit-model.schema.ts';
import type { Piece, Rule } from './cut-pieces.ts';
import { activate, digitNetwork } from './digit-network.ts';
import { glyphOf } from './glyph.ts';

/** What a piece may be, given one way of writing numbers: a digit, a sign between digits, or neither. */
export interface Symbol {
  /** As it is written in a text: the set's digit, the sign, empty for any other shape. */
  readonly text: string;
  readonly isDigit: boolean;
  /** Its chance against all shapes the network knows, less where the set seldom draws it so. */
  readonly chance: number;
  /** The same however seldom. */
  readonly likeness: number;
  /** Its chance against what the set, the signs and other shapes leave open: a 0 is no less sure because it could be an Arabic 5. */
  readonly sureness: number;
}

/** A symbol at its place. */
export interface PlacedSymbol extends Symbol {
  /** As high as a digit, or nearly: no speck. */
  readonly isTall: boolean;
  /** Its ink hangs together with that of the symbol on its left. */
  readonly isCutOff: boolean;
}

/** The network with the sets it knows. */
export interface DigitShapes {
  readonly sets: readonly DigitSet[];
  /** The chance of each class for a piece that stands beside the rule. */
  chancesOf(piece: Piece, rule: Rule): Float32Array;
  /** The likeliest symbol of a set; for a piece that is whole, it may be none. */
  bestOf(chances: Float32Array, set: DigitSet, isWhole: boolean): Symbol;
}

/** The full stop of Indian scripts, in others nothing but a one. */
const DANDA = '।';
const DANDA_SCRIPTS = new Set(['Deva', 'Beng']);

/** Throws a RangeError for a model whose layers do not fit. */
export function createDigitShapes(model: DigitModel): DigitShapes {
  const network = digitNetwork(model);
  const digitClasses = new Set(model.sets.flatMap(({ shapes }) => shapes.flatMap((shape) => [...shape])));
  const others = model.classes.flatMap((name, index) =>
    digitClasses.has(name) ? [] : [{ text: name, indices: [index] }],
  );
  const options = new Map(
    model.sets.map((set) => {
      const digits = [...set.digits].map((text, at) => ({
        text,
        isDigit: true,
        indices: [...(set.shapes[at] ?? '')].map((shape) => model.classes.indexOf(shape)),
      }));
      const signs = others.filter(
        ({ text }) => text !== DANDA || set.scripts.some((script) => DANDA_SCRIPTS.has(script)),
      );
      return [set.id, [...digits, ...signs.map((sign) => ({ ...sign, isDigit: false }))]] as const;
    }),
  );
  return {
    sets: model.sets,
    chancesOf: (piece, rule) => activate(network, glyphOf(piece, rule)).chances,
    bestOf: (chances, { id }, isWhole) => {
      let best = { text: '', isDigit: false, chance: 0, likeness: 0 };
      let sum = 0;
      for (const { text, isDigit, indices } of options.get(id) ?? []) {
        const chance = indices.reduce((total, index, at) => total + (chances[index] ?? 0) * weightOf(text, at), 0);
        sum += chance;
        if (chance > best.chance && (isWhole || text !== ''))
          best = { text, isDigit, chance, likeness: likenessOf(chances, indices) };
      }
      return { ...best, sureness: sum === 0 ? 0 : best.chance / sum };
    },
  };
}

function likenessOf(chances: Float32Array, indices: readonly number[]): number {
  return indices.reduce((total, index) => total + (chances[index] ?? 0), 0);
}

/** What a shape is worth that the set draws seldom: with it alone, another set is likelier. */
const SELDOM = 0.5;
/** Training saw as many other shapes as digits; in what is looked at here, digits are the rule. */
const OTHER = 0.4;

function weightOf(text: string, at: number): number {
  if (text === '') return OTHER;
  return at === 0 ? 1 : SELDOM;
}
