import { areAlike, asDigits, asLetters, DIGIT_LIKE } from './alike.ts';
import { checkDigit } from './check-digit.ts';
import { chooseNumber, type NumberReading } from './document-number.ts';

/** The second line of a passport's zone. Dates are six digits, YYMMDD. */
export interface NumberLine {
  readonly number: string;
  readonly nationality: string;
  readonly birth: string;
  readonly sex: string | null;
  readonly expiry: string;
  /** Every check digit fits, and nothing else that stands on the paper speaks against the number. */
  readonly valid: boolean;
}

/** Birth with its check digit, sex, expiry with its check digit: what gives the line away wherever it was shifted to. */
const CORE = new RegExp(`(?=(${DIGIT_LIKE}{7})([MFXHNWEPK<])(${DIGIT_LIKE}{7}))`, 'g');
const CORE_LENGTH = 15;
/** Signs before the core; a reader doubles some and loses one. */
const HEAD_LENGTH = 13;
const MOST_LOST = 1;
const MOST_DOUBLED = 2;
const TAIL_LENGTH = 16;
const SEXES: Readonly<Record<string, string>> = {
  M: 'male',
  H: 'male',
  N: 'male',
  W: 'male',
  F: 'female',
  E: 'female',
  P: 'female',
};

/**
 * Reads a line of signs as the second line of a passport (ICAO 9303, part 4): letters and digits by what may stand in their place, a
 * doubled or lost sign where check digits tell. `print` are the codes printed
 * elsewhere on the paper; undefined when the line is none.
 */
export function readNumberLine(line: string, print: readonly string[]): NumberLine | undefined {
  const cores = [...line.matchAll(CORE)].filter(
    ({ index }) => index >= HEAD_LENGTH - MOST_LOST && index <= HEAD_LENGTH + MOST_DOUBLED,
  );
  const core = cores.find((one) => areDatesRight(one)) ?? cores.find(({ index }) => index === HEAD_LENGTH);
  if (core === undefined) return undefined;
  const [birth, expiry] = [asDigits(core[1] ?? ''), asDigits(core[3] ?? '')];
  const found = chooseNumber(headsOf(line.slice(0, core.index)), print);
  if (found === undefined) return undefined;
  const tail = line.slice(core.index + CORE_LENGTH);
  const checked = `${found.number}${found.check}${birth}${expiry}`;
  return {
    number: found.number.replace(/<+$/, ''),
    nationality: found.nationality.replace(/<+$/, ''),
    birth: birth.slice(0, 6),
    sex: SEXES[core[2] ?? ''] ?? null,
    expiry: expiry.slice(0, 6),
    valid: areDatesRight(core) && isCertain(found, fitsWhole(checked, tail)),
  };
}

/** A number that was mended must stand on the paper as well; one that was not, only not be spoken against. */
function isCertain(found: NumberReading, whole: boolean | undefined): boolean {
  if (!found.fits || found.isContested) return false;
  return found.isPrinted || (!found.isMended && whole !== false);
}

/** Whether the last check digit fits the whole line; undefined when the end of the line can't be read. */
function fitsWhole(checked: string, tail: string): boolean | undefined {
  const last = asDigits(tail.at(-1) ?? '');
  if (!/^\d$/.test(last)) return undefined;
  if (/^<{4,}[0ODQ]*.$/.test(tail)) return checkDigit(checked) === last;
  return tail.length === TAIL_LENGTH ? checkDigit(checked + tail.slice(0, -1)) === last : undefined;
}

function areDatesRight(core: RegExpMatchArray): boolean {
  return [core[1], core[3]].every((part = '') => isDate(asDigits(part)));
}

/** Six digits that are a day, and their check digit. A month or day that is not known is 00. */
function isDate(digits: string): boolean {
  const [month, day] = [Number(digits.slice(2, 4)), Number(digits.slice(4, 6))];
  return month <= 12 && day <= 31 && checkDigit(digits.slice(0, 6)) === digits[6];
}

/** The thirteen signs before the dates, what was doubled left out or one that was lost set in: those that can be meant. */
function headsOf(head: string): { readonly head: string; readonly isMended: boolean }[] {
  if (head.length === HEAD_LENGTH) return [withTypes(head, false)];
  let heads = [head];
  while ((heads[0]?.length ?? 0) > HEAD_LENGTH) heads = [...new Set(heads.flatMap(withoutOne))];
  if (head.length < HEAD_LENGTH) heads = [...head].map((sign, at) => head.slice(0, at) + sign + head.slice(at));
  return heads.filter(({ length }) => length === HEAD_LENGTH).map((one) => withTypes(one, true));
}

/** Without one of two neighbours that look alike, or without the first: the frame of the paper, read as a letter. */
function withoutOne(head: string): string[] {
  const signs = [...head];
  const doubled = signs.flatMap((sign, at) =>
    areAlike(sign, signs[at - 1] ?? ' ') || areAlike(sign, signs[at + 1] ?? ' ')
      ? [head.slice(0, at) + head.slice(at + 1)]
      : [],
  );
  return [...doubled, head.slice(1)];
}

function withTypes(head: string, isMended: boolean): { readonly head: string; readonly isMended: boolean } {
  return { head: head.slice(0, 9) + asDigits(head.slice(9, 10)) + asLetters(head.slice(10)), isMended };
}
