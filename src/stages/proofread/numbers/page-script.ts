import type { Line, PageReading } from '#domain/page-reading.ts';
import { lineText } from '#text/line-text.ts';

/** Scripts whose recognition models misread numbers, by ISO 15924, with their letters. */
const LETTERS: readonly (readonly [script: string, letters: RegExp])[] = [
  ['Arab', /\p{sc=Arab}/gu],
  ['Deva', /\p{sc=Deva}/gu],
  ['Beng', /\p{sc=Beng}/gu],
  ['Ethi', /\p{sc=Ethi}/gu],
];
const LETTER = /\p{L}/gu;
const LATIN = /\p{sc=Latn}/gu;
/** Fewer letters than this are no writing but noise. */
const FEWEST = 30;
/** Share of a page's letters from which a line without letters of any script is in the page's. */
const MAIN = 0.4;

const count = (text: string, letters: RegExp): number => text.match(letters)?.length ?? 0;

/** A script whose numbers are misread, and the lines of the page that are in it. */
export interface ScriptLines {
  readonly script: string;
  /** Indices, ascending. */
  readonly lines: readonly number[];
}

/** Undefined for a page in other scripts. */
export function scriptLines({ lines }: PageReading): ScriptLines | undefined {
  const texts = lines.map((line: Line) => lineText(line));
  const whole = texts.join('\n');
  const all = count(whole, LETTER);
  for (const [script, letters] of LETTERS) {
    const own = count(whole, letters);
    if (own < FEWEST) continue;
    const isMain = own >= MAIN * all;
    const wanted = texts.flatMap((text, at) => (isIn(text, letters, isMain) ? [at] : []));
    return { script, lines: wanted };
  }
  return undefined;
}

/** Latin letters in a line of another script's page are often what became of its numbers; in a bilingual page they are Latin. */
function isIn(text: string, letters: RegExp, isMain: boolean): boolean {
  const own = count(text, letters);
  return isMain ? own > 0 || count(text, LATIN) < 12 : own > count(text, LATIN);
}
