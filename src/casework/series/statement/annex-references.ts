import type { StatementRules } from '#definitions/casework/statement.schema.ts';
import { foldText } from '#text/fold-text.ts';

/** A reference to annexes in a folded text: the numbers, and what stands around. */
export interface AnnexReference {
  readonly numbers: readonly number[];
  /** The text that may say what the annex is. */
  readonly about: string;
  /** What the sentence says before it. */
  readonly before: string;
}

/** Finds references to numbered annexes: "annexe 1", "pièces n° 2, 3 et 5", "annexes 4 à 6", "Annex IV". */
export function createAnnexFinder(rules: StatementRules['annexes']): (text: string) => AnnexReference[] {
  const expression = new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${anyOf(rules.words)})[ .:]*(?:(?:${anyOf(rules.before)})[ .:]*)*` +
      `(${NUMBER}(?:(?: ?(?:${anyOf([...rules.and, ...rules.to])}) ?)+(?:(?:${anyOf(rules.before)})[ .:]*)*${NUMBER})*)(?![\\p{L}\\p{N}])`,
    'gu',
  );
  const readNumbers = createNumberReader(rules);
  return (text) =>
    [...text.matchAll(expression)].map((match) => ({
      numbers: readNumbers(match[1] ?? ''),
      about: snippet(text, [match.index, match.index + match[0].length], rules.reach),
      before: sentencePart(text.slice(Math.max(0, match.index - rules.reach), match.index), -1),
    }));
}

/** Figures, or Roman numbers to thirty. */
const NUMBER = '(?:\\d{1,2}|x{0,2}(?:ix|iv|v?i{1,3}|v|x))(?![\\p{L}\\p{N}])';
const ROMAN: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10 };
/** "1 to 40" is a misreading. */
const MOST_IN_RANGE = 30;

function anyOf(words: readonly string[]): string {
  return [...new Set(words.map(foldText))]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('|');
}

function createNumberReader({ to }: StatementRules['annexes']): (list: string) => number[] {
  const until = new RegExp(`(?:^|[ \\d])(?:${anyOf(to)})(?:$|[ \\d])`, 'u');
  return (list) => {
    const parts = [...list.matchAll(/\d{1,2}|(?<!\p{L})[ivx]+(?!\p{L})/gu)];
    const numbers: number[] = [];
    let end = 0;
    for (const part of parts) {
      const value = numberOf(part[0]);
      const last = numbers.at(-1);
      const isRange = last !== undefined && until.test(list.slice(end, part.index)) && value - last <= MOST_IN_RANGE;
      if (isRange) for (let next = last + 1; next < value; next += 1) numbers.push(next);
      numbers.push(value);
      end = part.index + part[0].length;
    }
    return numbers;
  };
}

function numberOf(number: string): number {
  if (/^\d/.test(number)) return Number(number);
  const values = [...number].map((letter) => ROMAN[letter] ?? 0);
  return values.reduce((sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value), 0);
}

/** "annexe 1 : rapport psychologique", "le rapport psychologique (annexe 1)": what follows a colon or dash, else what stands before in the sentence. */
function snippet(text: string, [from, to]: readonly [number, number], reach: number): string {
  const after = text.slice(to, to + reach);
  if (/^ ?[:=–-]/.test(after)) return sentencePart(after.replace(/^ ?[:=–-]+/, ''), 0);
  return sentencePart(text.slice(Math.max(0, from - reach), from), -1);
}

/** The first or last part of a text that no sentence's end or other reference cuts. */
function sentencePart(text: string, at: 0 | -1): string {
  return text.split(/[.;](?: |$)|\)/).at(at) ?? '';
}
