import { type DateToken, dateTokens } from './date-token.ts';
import { readMonth } from './read-parts.ts';

/** Shorter names of months are other words as well; in Latin letters most that are short. */
const SHORTEST = 3;
const SHORTEST_LATIN = 4;
const NEAR = 4;
/** What is left of a date in numbers: marks between digits. */
const NUMBERS = /^\D{0,3}[\p{N}?*]{1,5}\s?[./\\|:،-]+\s?[\p{N}?*]{1,5}(?:[./\\|:،\s-]+[\p{N}?*]{0,5})?(?:\P{N}|$)/u;
/** The same in digits of another script than 0–9, alone on its line. */
const NATIVE =
  /^[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef]{1,4}(?:\s?[/।][\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef]{1,4}){1,2}$/u;

/**
 * Whether a text of which no date was understood is what a recogniser left of one: the name of a month between a small number and a large
 * one ("17 نيسان 7١77"), or numbers alone with a slash between them in digits that are hard to read.
 */
export function isTornDate(text: string): boolean {
  if (NATIVE.test(text.trim())) return true;
  const tokens = dateTokens(text);
  return tokens.some((token, at) => {
    if (token.kind !== 'word' || token.key.length < (/[a-z]/.test(token.key) ? SHORTEST_LATIN : SHORTEST)) return false;
    const month = readMonth(tokens, at);
    if (month === undefined || month.match.likeness < 1) return false;
    if (tokens.slice(at, month.next).some((one) => one.kind === 'number')) return false;
    const digits = [...digitsBeside(tokens.slice(0, at).reverse()), ...digitsBeside(tokens.slice(month.next))];
    return digits.some((one) => one >= 3 && one <= 5) && digits.some((one) => one <= 2);
  });
}

/** Whether what stands after the label of a date is numbers with marks between them, as in a date. */
export function isTornNumber(text: string): boolean {
  const [first = ''] = NUMBERS.exec(text.trim()) ?? [];
  const digits = first.match(/\p{N}/gu)?.length ?? 0;
  return digits >= 3 && digits <= 10;
}

/** How many digits the numbers have that stand near. */
function digitsBeside(tokens: readonly DateToken[]): number[] {
  return tokens.slice(0, NEAR).flatMap((token) => (token.kind === 'number' ? [token.key.length] : []));
}
