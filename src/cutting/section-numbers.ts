import { foldText } from '#text/fold-text.ts';

/** The first and last number of the sections that begin on a page: "Article 4 — …", "3. Discussion", "IV – Sur le fond". */
export interface SectionNumbers {
  readonly first: number;
  readonly last: number;
}

/** A section's heading is not a sentence, nor a row of a table. */
const LONGEST = 70;
const MOST_SECTIONS = 40;
const SECTION = /^(?:\p{L}{3,10}\.? )?(\d{1,2}|[ivx]{1,5})(?:er|re)? ?(?:[.)°:]|-|$)(?! ?\d)(?= ?\p{L}|.{0,2}$)/u;
const ROMAN: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10 };

/** Finds numbered headings; undefined when the page has none. */
export function findSectionNumbers(texts: readonly string[]): SectionNumbers | undefined {
  const numbers = texts.flatMap((text) => sectionNumber(text) ?? []);
  const [first] = numbers;
  const last = numbers.at(-1);
  return first === undefined || last === undefined ? undefined : { first, last };
}

function sectionNumber(text: string): number | undefined {
  if (text.length > LONGEST) return undefined;
  const found = SECTION.exec(foldText(text))?.[1];
  if (found === undefined) return undefined;
  const number = /\d/.test(found) ? Number(found) : romanNumber(found);
  return number >= 1 && number <= MOST_SECTIONS ? number : undefined;
}

function romanNumber(text: string): number {
  const values = [...text].map((letter) => ROMAN[letter] ?? 0);
  return values.reduce((sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value), 0);
}
