import { distance } from 'fastest-levenshtein';
import type { ExtractorFrom } from '#definitions/field-extractor.schema.ts';
import type { Field } from '#domain/findings.ts';
import { foldText } from '#text/fold-text.ts';
import { fieldOf } from '../make-field.ts';
import type { Sources } from '../sources.ts';
import { placeOfLine, type TextLine } from '../text-line.ts';

type Signs = ExtractorFrom<'amount-signs'>['signs'];

/** A currency in one of the ways it is written. */
interface Sign {
  readonly code: string;
  readonly printed: string;
}

interface SignFinder {
  /** All signs, the longest first: "F CFA" before "CFA". */
  readonly pattern: RegExp;
  readonly byKey: ReadonlyMap<string, Sign>;
}

/** A sign next to a number counts more than all that stand alone: heads of columns and words that look like a sign. */
const BESIDE_NUMBER = 100;
/** Letters of the shortest word that may be misread. */
const LEAST_LETTERS_MISREAD = 3;
const AMOUNT_AND_WORD = /\p{Nd}[.,]?\p{Nd}* ?(?<word>\p{L}[\p{L}\p{M}'‘’.]+)$/u;

/** A code or an abbreviation that is a word when it is not in capitals. */
const CAPITALS = /^[A-Z]+$/;

const finders = new WeakMap<Signs, SignFinder>();

/** The currency whose sign stands most often, next to numbers where any does; else a word behind an amount that is a letter off. */
export function bySign(extractor: ExtractorFrom<'amount-signs'>, { lines }: Sources): Field | undefined {
  const finder = finders.get(extractor.signs) ?? createFinder(extractor.signs);
  finders.set(extractor.signs, finder);
  const found = new Map<Sign, { weight: number; line: TextLine }>();
  for (const line of lines) {
    for (const { sign, weight } of signsOf(line, finder)) {
      const entry = found.get(sign);
      if (entry === undefined) found.set(sign, { weight, line });
      else entry.weight += weight;
    }
  }
  // Of two that stand as often the later one: what is left to pay stands below.
  const [best] = [...found].reverse().sort(([, a], [, b]) => b.weight - a.weight);
  if (best !== undefined) return fieldOf(partOf(best[0], extractor.part), placeOfLine(best[1].line), 0.8);
  const misread = misreadSign(lines, finder);
  return misread && fieldOf(partOf(misread.sign, extractor.part), placeOfLine(misread.line), 0.5);
}

function partOf({ code, printed }: Sign, part: 'sign' | 'code'): string {
  return part === 'code' ? code : printed;
}

function createFinder(signs: Signs): SignFinder {
  const all = Object.entries(signs).flatMap(([code, forms]) => forms.map((printed): Sign => ({ code, printed })));
  // What two countries write alike belongs to the one named first.
  const byKey = new Map([...all].reverse().map((sign) => [keyOf(sign.printed), sign]));
  const forms = [...byKey.keys()].sort((a, b) => b.length - a.length).map(asPattern);
  return { pattern: new RegExp(forms.join('|'), 'gu'), byKey };
}

function keyOf(printed: string): string {
  return foldText(printed).replace(/\.$/, '');
}

/** A word stands alone; a sign, and a word of a script without spaces, may touch anything. */
function asPattern(key: string): string {
  const literal = key.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
  if (/^\p{sc=Han}/u.test(key)) return `(?<=\\p{Nd} ?)${literal}|(?<!\\p{L})${literal}(?!\\p{L})`;
  const before = /^\p{L}/u.test(key) ? '(?<![\\p{L}\\p{M}])' : '';
  const after = /[\p{L}\p{M}]$/u.test(key) ? '(?![\\p{L}\\p{M}])' : '';
  return `${before}${literal}${after}`;
}

function signsOf({ text, folded }: TextLine, { pattern, byKey }: SignFinder): { sign: Sign; weight: number }[] {
  return [...folded.matchAll(pattern)].flatMap((match) => {
    const sign = byKey.get(match[0]);
    if (sign === undefined) return [];
    const printed = folded.length === text.length ? text.slice(match.index, match.index + match[0].length) : '';
    // "12 all" is no currency, "12 ALL" is one.
    if (CAPITALS.test(sign.printed) && printed !== printed.toUpperCase()) return [];
    const [before, after] = [folded.slice(0, match.index), folded.slice(match.index + match[0].length)];
    const isBeside = /\p{Nd}[.,]?[ (]*$/u.test(before) || /^[ .:)]*\p{Nd}/u.test(after);
    return [{ sign, weight: isBeside ? BESIDE_NUMBER : 1 }];
  });
}

/** Behind the amount that ends a line, the word of a currency with one letter misread. */
function misreadSign(
  lines: readonly TextLine[],
  { byKey }: SignFinder,
): { readonly sign: Sign; readonly line: TextLine } | undefined {
  const keys = [...byKey].filter(([key]) => key.length >= LEAST_LETTERS_MISREAD);
  for (const line of lines) {
    const word = AMOUNT_AND_WORD.exec(line.folded)?.groups?.['word'];
    const near = word === undefined ? undefined : keys.find(([key]) => distance(key, word.replace(/\.$/, '')) === 1);
    if (near !== undefined) return { sign: near[1], line };
  }
  return undefined;
}
