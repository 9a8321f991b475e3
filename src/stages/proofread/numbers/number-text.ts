import type { SymbolRow } from './decode-symbols.ts';
import type { PlacedSymbol } from './digit-shapes.ts';
import { digitValues } from './digit-values.ts';

/** A number as its shapes say it. */
export interface NumberReading {
  /** From its first digit to its last, as written in a text. */
  readonly core: string;
  /** What each of its symbols says, and how sure it is, 0..1; against what its set leaves open. */
  readonly symbols: readonly { readonly value: number | null; readonly sureness: number }[];
  /** The mean likeness of its symbols against all shapes, 0..1. */
  readonly likeness: number;
  /** Signs on its left and right as printed; null where there is anything else. */
  readonly left: string | null;
  readonly right: string | null;
}

/** A small sign at the edge that is less sure than this is a speck; a tall one may be a digit that was not known. */
const SURE_SIGN = 0.75;

/** The number in a row: the longest stretch of digits with single signs between them; undefined for none. */
export function numberOf({ symbols, set }: SymbolRow): NumberReading | undefined {
  const { from, to } = longestStretch(symbols);
  const core = symbols.slice(from, to);
  // A part of a letter may look like a digit.
  if (core.length === 0 || symbols[from]?.isCutOff === true || symbols[to]?.isCutOff === true) return undefined;
  return {
    core: withSeparators(core.map(({ text }) => text).join(''), set.digits).replaceAll('।', '/'),
    symbols: core.map(({ text, isDigit, sureness }) => ({
      value: isDigit ? [...set.digits].indexOf(text) : null,
      sureness,
    })),
    likeness: core.reduce((sum, { likeness }) => sum + likeness, 0) / core.length,
    left: edgeText(symbols.slice(0, from)),
    right: edgeText(symbols.slice(to)),
  };
}

/** From a digit to a digit, exclusive; empty when there is none. */
function longestStretch(symbols: readonly PlacedSymbol[]): { readonly from: number; readonly to: number } {
  let best = { from: 0, to: 0 };
  for (let from = 0; from < symbols.length; from += 1) {
    if (symbols[from]?.isDigit !== true) continue;
    let to = from + 1;
    while (continues(symbols, to)) to += symbols[to]?.isDigit === true ? 1 : 2;
    if (to - from > best.to - best.from) best = { from, to };
    from = to;
  }
  return best;
}

/** Whether a digit stands there, or a sign and then a digit. */
function continues(symbols: readonly PlacedSymbol[], at: number): boolean {
  const [here, next] = [symbols[at], symbols[at + 1]];
  if (here === undefined) return false;
  return here.isDigit || (isInner(here) && next?.isDigit === true);
}

/** Signs that stand within numbers; what looks like a danda there is an upright slash. */
function isInner({ text }: PlacedSymbol): boolean {
  return text !== '' && '/-.:,،٬।'.includes(text);
}

const ARABIC_DIGITS = /[٠-٩۰-۹]/;

/** A low comma is the decimal point of Arabic digits, and parts thousands before exactly three digits. */
function withSeparators(core: string, digits: string): string {
  if (!ARABIC_DIGITS.test(digits)) return core.replace(/[،]/g, ',').replace(/٬/g, "'");
  return core.replace(/[,،](?=\p{Nd}{3}(?:\P{Nd}|$))/gu, '٬').replace(/[,،]/g, '٫');
}

function edgeText(symbols: readonly PlacedSymbol[]): string | null {
  const isUnknown = ({ text, sureness }: PlacedSymbol): boolean => text === '' || sureness < SURE_SIGN;
  if (symbols.some((symbol) => symbol.isDigit || (symbol.isTall && isUnknown(symbol)))) return null;
  const seen = symbols.filter(({ text, sureness }) => text !== '' && sureness >= SURE_SIGN);
  return seen.map(({ text }) => text).join('');
}

const MIRRORED: Readonly<Record<string, string>> = { '(': ')', ')': '(' };
const RUN = '[\\p{Nd}፩-፼]+(?:[/.:,٫٬،-][\\p{Nd}፩-፼]+)*';
const NUMBER_RUN = new RegExp(RUN, 'gu');
const BARE_NUMBER = new RegExp(`^(\\p{P}*)${RUN}(\\p{P}*)$`, 'u');
const DIGIT = /\p{Nd}/u;
/** Marks of direction that a recogniser puts beside numbers. */
const DIRECTION = /[\u200e\u200f]/g;

/**
 * The text of a word that holds the number. In right-to-left script what stands on its right comes first. Letters beside it are kept as
 * they were read, when what was read has one number; undefined when it has not.
 */
export function wordText(read: string, number: NumberReading, isRightToLeft: boolean): string | undefined {
  const { core, left, right } = number;
  const plain = read.replace(DIRECTION, '');
  if (isAgreed(plain, number)) return withDigits(plain, core);
  if (left === null || right === null)
    return plain.match(NUMBER_RUN)?.length === 1 ? plain.replace(NUMBER_RUN, core) : undefined;
  if (isRightToLeft) return `${mirrored(right)}${core}${mirrored(left)}`;
  // The script's own signs at the edges are its recogniser's business; only the network's are known here.
  const [, before = left, after = right] = BARE_NUMBER.exec(plain) ?? [];
  return `${before}${core}${after}`;
}

/** Whether a bare number was read with the same digits and no fewer signs: which sign stands where is the recogniser's business then. */
function isAgreed(plain: string, { symbols, core }: NumberReading): boolean {
  const values = symbols.flatMap(({ value }) => (value === null ? [] : [value]));
  const [run = ''] = plain.match(NUMBER_RUN) ?? [];
  return BARE_NUMBER.test(plain) && digitValues(plain).join() === values.join() && run.length >= core.length;
}

/** The text with its digits replaced by those of another, in order. */
function withDigits(text: string, other: string): string {
  const digits = [...other].filter((character) => DIGIT.test(character));
  return [...text].map((character) => (DIGIT.test(character) ? (digits.shift() ?? character) : character)).join('');
}

function mirrored(signs: string): string {
  return [...signs]
    .reverse()
    .map((sign) => MIRRORED[sign] ?? sign)
    .join('');
}
