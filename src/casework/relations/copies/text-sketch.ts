/** Letters a piece of text has: short enough that a misread letter spoils few, long enough to be rare. */
const PIECE = 5;
/** Of all pieces, those with the smallest numbers of so many classes are kept to compare by. */
const CLASSES = 256;
const BASE = 0x01000193;

/** A text brought to numbers, so that many can be compared with many (one-permutation minhash over pieces of five letters). */
export interface TextSketch {
  /** How many pieces the text has, repeated ones counted again. */
  readonly pieces: number;
  readonly least: Uint32Array;
}

/** Only letters count: numbers are compared as numbers. The text is folded. */
export function sketchText(text: string): TextSketch {
  const least = new Uint32Array(CLASSES).fill(EMPTY);
  const last = new Int32Array(PIECE);
  let rolling = 0;
  let letters = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < FIRST_LETTER || (code > LAST_LETTER && code < BEYOND_ASCII)) continue;
    const oldest = letters % PIECE;
    rolling = (Math.imul(rolling, BASE) + code - Math.imul(last[oldest] ?? 0, TOP)) | 0;
    last[oldest] = code;
    letters += 1;
    if (letters < PIECE) continue;
    const number = mixed(rolling);
    const into = number & (CLASSES - 1);
    const value = number >>> CLASS_BITS;
    if (value < (least[into] ?? EMPTY)) least[into] = value;
  }
  return { pieces: Math.max(0, letters - PIECE + 1), least };
}

const FIRST_LETTER = 97;
const LAST_LETTER = 122;
const BEYOND_ASCII = 128;
const EMPTY = 0xffffffff;
const CLASS_BITS = 8;

/** Share of the pieces of both that are in either, estimated to about 0.03; symmetric, 1 for equal texts. */
export function likenessOf(one: TextSketch, other: TextSketch): number {
  let [equal, filled] = [0, 0];
  for (let at = 0; at < CLASSES; at += 1) {
    const [first, second] = [one.least[at] ?? EMPTY, other.least[at] ?? EMPTY];
    if (first === EMPTY && second === EMPTY) continue;
    filled += 1;
    if (first === second) equal += 1;
  }
  return filled === 0 ? 0 : equal / filled;
}

/** Share of the shorter text's pieces that the other has too, from the likeness and the sizes of both. */
export function containedIn(one: TextSketch, other: TextSketch): number {
  const likeness = likenessOf(one, other);
  const common = (likeness * (one.pieces + other.pieces)) / (1 + likeness);
  const smaller = Math.min(one.pieces, other.pieces);
  return smaller === 0 ? 0 : Math.min(1, common / smaller);
}

const TOP = Array.from({ length: PIECE }).reduce((power: number) => Math.imul(power, BASE), 1);

/** The bits of a number well stirred (finaliser of MurmurHash3). */
function mixed(number: number): number {
  let bits = number ^ (number >>> 16);
  bits = Math.imul(bits, 0x85ebca6b);
  bits ^= bits >>> 13;
  bits = Math.imul(bits, 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}
