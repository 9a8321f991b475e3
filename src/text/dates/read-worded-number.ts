import type { DateToken } from './date-token.ts';
import { isMonthWord } from './find-month.ts';
import { misreadNumber, numbersOfWord, valueOfNumbers } from './worded-numbers.ts';

/** No number has more words. */
const MOST_WORDS = 14;

/** A number in words of one language ("deux mille vingt-quatre") and the token after it; undefined where none, or a torn one, stands. */
export function readNumber(
  language: string,
  tokens: readonly DateToken[],
  at: number,
): { value: number; next: number } | undefined {
  const numbers: number[] = [];
  let end = at;
  for (let next = at; next < at + MOST_WORDS; next += 1) {
    if (tokens[next]?.key === '-' && next > at) continue;
    const values = valuesAt(tokens, next, language) ?? misreadAt(tokens, next, { language, isFirst: next === at });
    // "vingt-" and a word that is no number: what was read is not the whole number.
    if (values === undefined && isHyphened(tokens, next)) return undefined;
    if (values === undefined || (values.length === 0 && numbers.length === 0)) break;
    numbers.push(...values);
    if (values.length > 0) end = next + 1;
  }
  return numbers.length === 0 ? undefined : { value: valueOfNumbers(numbers, language), next: end };
}

function valuesAt(tokens: readonly DateToken[], at: number, language: string): readonly number[] | undefined {
  const token = tokens[at];
  // Haitian two is also a small word of its neighbours.
  const isSmall = token?.key === 'de' && tokens[at + 1]?.key !== 'mil';
  return token?.kind === 'word' && !isSmall ? numbersOfWord(token.key, language) : undefined;
}

/** A word that is no number may be a misread one within a number, or right before a month. */
function misreadAt(
  tokens: readonly DateToken[],
  at: number,
  { language, isFirst }: { readonly language: string; readonly isFirst: boolean },
): readonly number[] | undefined {
  const [token, after] = [tokens[at], tokens[at + 1]];
  if (token?.kind !== 'word' || (isFirst && (after?.kind !== 'word' || !isMonthWord(after.key)))) return undefined;
  return misreadNumber(token.key, language);
}

/** Whether a hyphen without spaces ties a word to the one before. */
function isHyphened(tokens: readonly DateToken[], at: number): boolean {
  const [hyphen, word] = [tokens[at - 1], tokens[at]];
  return hyphen?.key === '-' && !hyphen.spaced && word?.kind === 'word' && !word.spaced;
}
