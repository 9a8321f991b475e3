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

/** One way of writing, and where it may stand. */
interface Form {
  readonly key: string;
  /** Holds at one place of the text. */
  readonly pattern: RegExp;
}

interface SignFinder {
  /** By their first letter, the longest first: "F CFA" before "FCFA". Several hundred forms; at most places of a text none begins so. */
  readonly byFirst: ReadonlyMap<string, readonly Form[]>;
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
  const forms = [...byKey.keys()]
    .sort((a, b) => b.length - a.length)
    .map((key): Form => ({ key, pattern: new RegExp(asPattern(key), 'uy') }));
  return { byFirst: Map.groupBy(forms, ({ key }) => firstOf(key, 0)), byKey };
}

/** The letter at a place, whole also where it takes two units. */
function firstOf(text: string, at: number): string {
  return String.fromCodePoint(text.codePointAt(at) ?? 0);
}

interface FoundForm {
  readonly key: string;
  readonly index: number;
}

/** The forms in a text, from left to right; none begins inside another. */
function formsIn(folded: string, { byFirst }: SignFinder): FoundForm[] {
  const found: FoundForm[] = [];
  let index = 0;
  while (index < folded.length) {
    const first = firstOf(folded, index);
    const at = index;
    const form = byFirst.get(first)?.find((one) => standsAt(one, folded, at));
    if (form !== undefined) found.push({ key: form.key, index });
    index += form?.key.length ?? first.length;
  }
  return found;
}

function standsAt({ key, pattern }: Form, folded: string, at: number): boolean {
  if (!folded.startsWith(key, at)) return false;
  pattern.lastIndex = at;
  return pattern.test(folded);
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

function signsOf({ text, folded }: TextLine, finder: SignFinder): { sign: Sign; weight: number }[] {
  return formsIn(folded, finder).flatMap(({ key, index }) => {
    const sign = finder.byKey.get(key);
    if (sign === undefined) return [];
    const printed = folded.length === text.length ? text.slice(index, index + key.length) : '';
    // "12 all" is no currency, "12 ALL" is one.
    if (CAPITALS.test(sign.printed) && printed !== printed.toUpperCase()) return [];
    const [before, after] = [folded.slice(0, index), folded.slice(index + key.length)];
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
