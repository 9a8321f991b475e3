import type { Box } from '#domain/geometry.ts';
import type { Line, Word } from '#domain/page-reading.ts';

/** Where a number stands, or what was read instead of one: neighbouring words of a line. */
export interface NumberPlace {
  readonly line: number;
  /** Indices of its words in the line, ascending. */
  readonly words: readonly number[];
  readonly box: Box;
  /** Boxes of the line's words that are no numbers: their ink is not the number's. */
  readonly others: readonly Box[];
}

const DIGIT = /[\p{Nd}፩-፼]/u;
/** What a recogniser of another script makes of digits it does not know: a few Latin letters and signs it is not sure of. */
const FOREIGN = /^[\p{P}\p{S}\p{sc=Latn}]{1,8}$/u;
const FOREIGN_DOUBT = 0.75;
/** A few letters it is not sure of at all. */
const SHORT = /^.{1,4}$/u;
const SHORT_DOUBT = 0.5;
/** Words closer than this, against their height, are one. */
const CLOSE = 0.3;

/** Whether a word may be a number. */
export function maybeNumber({ text, confidence }: Word): boolean {
  if (DIGIT.test(text)) return true;
  if (FOREIGN.test(text)) return confidence < FOREIGN_DOUBT;
  return SHORT.test(text) && confidence < SHORT_DOUBT;
}

/** The places of a line, left to right, for a page whose height is `aspect` times its width. */
export function numberPlaces(line: Line, index: number, aspect: number): NumberPlace[] {
  const others = line.words.filter((word) => !maybeNumber(word)).map(({ box }) => box);
  const places = line.words
    .flatMap(({ box, ...word }, at) =>
      maybeNumber({ box, ...word }) ? [{ line: index, words: [at], box, others }] : [],
    )
    .sort((a, b) => a.box[0] - b.box[0]);
  const merged: NumberPlace[] = [];
  for (const place of places) {
    const last = merged.at(-1);
    const gap = last === undefined ? 1 : place.box[0] - last.box[0] - last.box[2];
    if (last !== undefined && gap < CLOSE * place.box[3] * aspect) merged[merged.length - 1] = mergedPlace(last, place);
    else merged.push(place);
  }
  return merged;
}

/** Two places of a line as one. */
export function mergedPlace(a: NumberPlace, b: NumberPlace): NumberPlace {
  const left = Math.min(a.box[0], b.box[0]);
  const top = Math.min(a.box[1], b.box[1]);
  const right = Math.max(a.box[0] + a.box[2], b.box[0] + b.box[2]);
  const bottom = Math.max(a.box[1] + a.box[3], b.box[1] + b.box[3]);
  return { ...a, words: [...a.words, ...b.words].sort((x, y) => x - y), box: [left, top, right - left, bottom - top] };
}
