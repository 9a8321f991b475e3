import type { ExtractorFrom } from '#definitions/field-extractor.schema.ts';
import type { Field } from '#domain/findings.ts';
import { foldText } from '#text/fold-text.ts';
import { fieldOf } from '../make-field.ts';
import type { Sources } from '../sources.ts';
import { placeOfLine, type TextLine } from '../text-line.ts';

/** A sign next to a number counts more than all that stand alone: heads of columns and words that look like a sign. */
const BESIDE_NUMBER = 100;

/** The currency whose sign stands most often, next to numbers where any does. */
export function bySign(extractor: ExtractorFrom<'amount-signs'>, { lines }: Sources): Field | undefined {
  const signs = new Map(Object.entries(extractor.signs).map(([sign, value]) => [foldText(sign), value]));
  const found = new Map<string, { weight: number; line: TextLine }>();
  for (const line of lines) {
    for (const { value, weight } of signsOf(line, signs)) {
      const entry = found.get(value);
      if (entry === undefined) found.set(value, { weight, line });
      else entry.weight += weight;
    }
  }
  const [best] = [...found].sort(([, a], [, b]) => b.weight - a.weight);
  return best === undefined ? undefined : fieldOf(best[0], placeOfLine(best[1].line), 0.8);
}

function signsOf({ folded }: TextLine, signs: ReadonlyMap<string, string>): { value: string; weight: number }[] {
  const words = folded.split(' ');
  return words.flatMap((word, at) => {
    const value = signs.get(word.replace(/[\p{Nd}.,()'’:-]+/gu, ''));
    if (value === undefined) return [];
    const isBeside = [word, words[at - 1], words[at + 1]].some((one) => /\p{Nd}/u.test(one ?? ''));
    return [{ value, weight: isBeside ? BESIDE_NUMBER : 1 }];
  });
}
