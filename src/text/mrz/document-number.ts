import { distance } from 'fastest-levenshtein';
import { asDigits, othersLike } from './alike.ts';
import { checkDigit } from './check-digit.ts';

/** A number of nine signs with its check digit and the nationality behind it, and how sure it is. */
export interface NumberReading {
  readonly number: string;
  readonly check: string;
  readonly nationality: string;
  readonly fits: boolean;
  /** Not as it was read. */
  readonly isMended: boolean;
  /** Stands on the paper a second time. */
  readonly isPrinted: boolean;
  /** The paper prints another one that looks like it and fits the same check digit. */
  readonly isContested: boolean;
}

interface Head {
  readonly head: string;
  readonly isMended: boolean;
}

const MOST_SLIPS = 2;
const NATIONALITY = /^[A-Z]{1,3}<*$/;

/** Words in a row of which a printed number may consist. */
const MOST_PARTS = 4;

/** The words of printed lines, and those set together that stand in a row: what a number of the zone is compared with. */
export function printedCodes(lines: readonly string[]): string[] {
  return lines.flatMap((line) => {
    const words = line
      .toUpperCase()
      .split(/[^A-Z0-9]+/)
      .filter((word) => word !== '');
    return words.flatMap((_word, from) =>
      Array.from({ length: MOST_PARTS }, (_, more) => words.slice(from, from + more + 1).join('')),
    );
  });
}

/**
 * The number that is meant: of the readings that fit their check digit the one that is printed elsewhere, else one that looks like what
 * is printed, else the only one. A check digit alone lets one wrong sign in ten pass, so that a mended number is not certain by itself.
 */
export function chooseNumber(heads: readonly Head[], print: readonly string[]): NumberReading | undefined {
  const read = heads.map(partsOf).filter(({ nationality }) => NATIONALITY.test(nationality));
  const exact = read.filter(({ number, check }) => checkDigit(number) === check);
  const candidates = exact.length > 0 ? exact : read.flatMap(mended);
  const numbers = [...new Map(candidates.map((one) => [one.number, one])).values()];
  const printed = numbers.filter(({ number }) => isPrinted(number, print));
  const alike = numbers.filter(({ number }) => print.some((one) => asDigits(one) === asDigits(bare(number))));
  const best = theOnly(printed) ?? theOnly(alike) ?? theOnly(nearest(numbers, print)) ?? theOnly(numbers);
  if (best !== undefined)
    return {
      ...best,
      fits: true,
      isPrinted: printed.includes(best),
      isContested: isContested(best, print),
    };
  // By far the most frequent slip.
  const first = numbers.find(({ number }) => heads.some(({ head }) => isRoundSlip(head, number))) ?? read[0];
  return first === undefined ? undefined : { ...first, fits: false, isPrinted: false, isContested: false };
}

/** Those that differ least from what is printed somewhere, a sign or two. */
function nearest<Reading extends { readonly number: string }>(
  numbers: readonly Reading[],
  print: readonly string[],
): Reading[] {
  const slips = numbers.map(({ number }) => {
    const near = print.filter((one) => /\d/.test(one) && Math.abs(one.length - bare(number).length) <= MOST_SLIPS);
    return Math.min(Number.POSITIVE_INFINITY, ...near.map((one) => distance(one, bare(number))));
  });
  const least = Math.min(...slips);
  return least > MOST_SLIPS ? [] : numbers.filter((_number, at) => slips[at] === least);
}

function theOnly<Value>(list: readonly Value[]): Value | undefined {
  return list.length === 1 ? list[0] : undefined;
}

/** The same but for a nought taken for an O, or the other way round. */
function isRoundSlip(head: string, number: string): boolean {
  return head.slice(0, number.length).replaceAll('O', '0') === number.replaceAll('O', '0');
}

function partsOf({ head, isMended }: Head): Pick<NumberReading, 'number' | 'check' | 'nationality' | 'isMended'> {
  return { number: head.slice(0, 9), check: head.slice(9, 10), nationality: head.slice(10), isMended };
}

/** The same with one sign replaced by one that looks like it, where the check digit fits then. */
function mended(part: ReturnType<typeof partsOf>): ReturnType<typeof partsOf>[] {
  const { number, check } = part;
  return [...number].flatMap((sign, at) =>
    othersLike(sign)
      .map((other) => number.slice(0, at) + other + number.slice(at + 1))
      .filter((one) => checkDigit(one) === check)
      .map((one) => ({ ...part, number: one, isMended: true })),
  );
}

function isPrinted(number: string, print: readonly string[]): boolean {
  return print.includes(bare(number));
}

function isContested(
  { number, check }: { readonly number: string; readonly check: string },
  print: readonly string[],
): boolean {
  if (isPrinted(number, print)) return false;
  // Signs whose values differ by ten have the same check digit.
  const others = print.filter((one) => checkDigit(one.padEnd(number.length, '<')) === check);
  return others.some((one) => one.length === bare(number).length && distance(one, bare(number)) <= MOST_SLIPS);
}

function bare(number: string): string {
  return number.replace(/<+$/, '');
}
