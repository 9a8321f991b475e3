import type { Word } from '#domain/page-reading.ts';
import { digitValues } from './digit-values.ts';
import type { NumberReading } from './number-text.ts';

/** Where shapes and recogniser say the same digit, the shape may be this unsure. */
const AGREED = 0.25;
/** A sign between digits may be this unsure: it can hardly be taken for one of them. */
const SIGN = 0.5;
/** What is above counts as sure. */
const SURE = 0.97;
/** Beyond this confidence the recogniser has to be contradicted by clear shapes. */
const CONFIDENT = 0.85;
/** Above this confidence, letters and the number of digits are as the recogniser read them. */
const NO_DOUBT = 0.5;
/** Signs at the edge that go on to another number. */
const CONTINUED = /[-/:]/;
/** Nobody reads more digits than this for each that is there. */
const MOST_LOST = 2;
/** A letter; save for those that Ethiopic models read instead of 0, 1 and 9. */
const LETTER = /(?![ዐጊፀ])\p{L}/u;

/** How sure a number is, 0..1, in the light of what was read there; undefined when what was read should stand. */
export function surenessOf(number: NumberReading, words: readonly Word[]): number | undefined {
  const read = digitValues(words.map(({ text }) => text).join(''));
  const digits = number.symbols.filter(({ value }) => value !== null).length;
  if (isContradicted(number, words, { read: read.length, digits })) return undefined;
  const confidence = Math.min(...words.map((word) => word.confidence));
  const sureness = leastSureness(number, read.length === digits ? read : undefined);
  const [least, likeness] = demands(digits, read.length, confidence);
  return sureness > least && number.likeness > likeness ? sureness : undefined;
}

/** Whether the number cannot be all that stands there, by its edges or by what was read. */
function isContradicted(
  { left, right }: NumberReading,
  words: readonly Word[],
  { read, digits }: { readonly read: number; readonly digits: number },
): boolean {
  const hasLetters = words.some(({ text }) => LETTER.test(text));
  const isTrusted = words.some(({ confidence }) => confidence > NO_DOUBT);
  // Something stands beside it that is not known: letters, or a digit.
  if ((left === null || right === null) && (read !== digits || !hasLetters)) return true;
  if (read === 0 && CONTINUED.test(`${left ?? ''} ${right ?? ''}`)) return true;
  if (read !== digits && hasLetters && isTrusted) return true;
  return read > digits && (isTrusted || read > digits * MOST_LOST);
}

function leastSureness({ symbols }: NumberReading, read: readonly number[] | undefined): number {
  let digit = 0;
  return Math.min(
    ...symbols.map(({ value, sureness }) => {
      if (value === null) return sureness > SIGN ? Math.max(sureness, SURE) : sureness;
      const isAgreed = read?.[digit++] === value && sureness > AGREED;
      return isAgreed ? Math.max(sureness, SURE) : sureness;
    }),
  );
}

/**
 * What is asked of a number: sureness of its least sure symbol, mean likeness of all. A digit alone has nothing beside it that tells its
 * size; where nothing like a number was read, letters may look like one.
 */
function demands(digits: number, read: number, confidence: number): readonly [sureness: number, likeness: number] {
  if (digits === 1) return read === 1 ? [0.9, 0.55] : [0.97, 0.85];
  if (read === 0) return [0.85, 0.8];
  return [0.7, confidence > CONFIDENT ? 0.8 : 0.55];
}
