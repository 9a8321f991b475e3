import type { ExtractorFrom } from '#definitions/field-extractor.schema.ts';
import type { Field } from '#domain/findings.ts';
import { foldText } from '#text/fold-text.ts';
import { passesLuhn } from '#text/identifiers/luhn.ts';
import { fieldOf } from '../make-field.ts';
import type { Sources } from '../sources.ts';
import { placeOfLine, type TextLine } from '../text-line.ts';

/** The first group of a pattern over folded lines. */
export function byPattern(extractor: ExtractorFrom<'pattern'>, { lines }: Sources): Field | undefined {
  const pattern = compiled(extractor.pattern);
  for (const line of lines) {
    const match = printedGroup(pattern, line);
    if (match === undefined) continue;
    const value = shaped(match, extractor.as);
    if (value === '') continue;
    if (extractor.check === 'luhn' && !(passesLuhn(value) && /[1-9]/.test(value))) continue;
    return fieldOf(extractor.as === 'count' ? Number(value) : value, placeOfLine(line), 0.9);
  }
  return undefined;
}

function shaped(text: string, as: ExtractorFrom<'pattern'>['as']): string {
  if (as === 'code') return text.replace(/\s/g, '').toUpperCase();
  return as === 'name'
    ? (/^\p{L}+\.?(?: \p{Ll}{1,4}\.)?(?: [\p{Lu}\p{Lo}][\p{L}\p{M}.'’-]*)+/u.exec(text)?.[0] ?? '')
    : text;
}

/** The first group as printed, where folding leaves every letter in its place. */
function printedGroup(pattern: RegExp, { folded, text }: TextLine): string | undefined {
  const match = pattern.exec(folded);
  const [from, to] = match?.indices?.[1] ?? [];
  if (from === undefined) return undefined;
  return (folded.length === text.length ? text : folded).slice(from, to).trim();
}

/** All lines that one of the patterns fits, as printed. */
export function byLines(extractor: ExtractorFrom<'lines'>, { lines }: Sources): Field | undefined {
  const patterns = extractor.patterns.map(compiled);
  const hits = lines.filter(({ folded }) => patterns.some((pattern) => pattern.test(folded))).slice(0, extractor.most);
  const [first] = hits;
  return first === undefined
    ? undefined
    : fieldOf(
        hits.map(({ text }) => text),
        placeOfLine(first),
        0.7,
      );
}

/** The value of a closed list whose words stand on the paper, whole words only; a trailing `*` lets the last word go on. */
export function byWords(extractor: ExtractorFrom<'words'>, { lines }: Sources): Field | undefined {
  for (const [value, words] of Object.entries(extractor.words)) {
    const pattern = compiled(`(?<![\\p{L}\\p{N}])(?:${words.map(wordPattern).join('|')})`);
    const line = lines.find(({ folded }) => pattern.test(folded));
    if (line !== undefined) return fieldOf(value, placeOfLine(line), 0.8);
  }
  return undefined;
}

function wordPattern(word: string): string {
  const goesOn = word.endsWith('*');
  const escaped = foldText(goesOn ? word.slice(0, -1) : word).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return goesOn ? escaped : `${escaped}(?![\\p{L}\\p{N}])`;
}

const patterns = new Map<string, RegExp>();

function compiled(source: string): RegExp {
  const pattern = patterns.get(source) ?? new RegExp(source, 'du');
  patterns.set(source, pattern);
  return pattern;
}
