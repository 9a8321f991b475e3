import { LETTERS, type TaughtSet } from './digit-sets.ts';

export type Random = () => number;
export const pick = <T>(random: Random, items: readonly T[]): T => items[Math.floor(random() * items.length)]!;
const upTo = (random: Random, most: number): number => Math.floor(random() * most);

const number = (random: Random, digits: number): string =>
  Array.from({ length: digits }, () => upTo(random, 10)).join('');
/** Repeated digits and zeroes touch and are confused most; plain chance makes too few of them. */
const unevenNumber = (random: Random, digits: number): string =>
  random() < 0.25 ? String(upTo(random, 10)).repeat(digits) : number(random, digits);

const SHAPES: readonly ((random: Random) => string)[] = [
  dateText,
  dateText,
  (r) => unevenNumber(r, 2 + upTo(r, 3)),
  (r) => unevenNumber(r, 4 + upTo(r, 5)),
  (r) =>
    `${number(r, 1 + upTo(r, 3))}${pick(r, [',', '.', '٬', '٫'])}${number(r, 3)}${pick(r, ['', '', '.00', '٫00', ',50'])}`,
  (r) => `${number(r, 1 + upTo(r, 3))}${pick(r, ['.', '٫', ','])}${number(r, 2)}`,
  (r) => `${number(r, 1 + upTo(r, 2))}:${number(r, 2)}`,
  (r) => `${number(r, 3)}-${number(r, 3)}${pick(r, ['', '/', '-'])}${number(r, 2)}`,
  (r) => number(r, 1),
];

function dateText(r: Random): string {
  const sign = pick(r, ['/', '/', '-', '.', '–']);
  const day = number(r, 1 + upTo(r, 2));
  const month = number(r, 1 + upTo(r, 2));
  const year = number(r, r() < 0.8 ? 4 : 2);
  return (r() < 0.5 ? [day, month, year] : [year, month, day]).join(sign);
}

/** A number as papers print them, in the digits of the set. */
export function numberText(random: Random, { digits, edges }: TaughtSet): string {
  const bare = pick(random, SHAPES)(random);
  const edge = (): string => (random() < 0.2 ? pick(random, edges) : '');
  const plain = `${edge()}${bare}${edge()}`;
  return plain.replace(/\d/g, (digit) => [...digits][Number(digit)]!);
}

/** A word of random letters of a script. */
export function letterText(random: Random, script: string): string {
  const letters = [...LETTERS[script]!];
  return Array.from({ length: 1 + upTo(random, 4) }, () => pick(random, letters)).join('');
}
