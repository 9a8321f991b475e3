import type { ExtractorFrom } from '#definitions/field-extractor.schema.ts';
import type { Field } from '#domain/findings.ts';
import { foldText } from '#text/fold-text.ts';
import { cellsAfter, type LabelledCells, textOf } from '../labels/labelled-cells.ts';
import { fieldOf } from '../make-field.ts';
import type { Sources } from '../sources.ts';
import { placeOfTokens, type TextLine } from '../text-line.ts';
import { readCells } from './read-cells.ts';

/** The value beside or below a label. Labels of the paper's own languages may be misread, those of others must stand as they are. */
export function byLabel(extractor: ExtractorFrom<'label'>, sources: Sources): Field | undefined {
  for (const label of [extractor.label].flat()) {
    for (const { at, cells, isParted } of placesOf(label, sources)) {
      const dates = sources.dates.filter(({ page }) => page === at.page);
      const read = readCells({ extractor, cells, isParted, dates, titles: sources.titles });
      if (read === undefined) continue;
      const { value, tokens } = read;
      const confidence = 0.9 * Math.min(1, ...tokens.map((token) => token.confidence));
      const whole = typeof value === 'string' ? cut(runOn(value, at, extractor.lines, sources), extractor.ends) : value;
      return fieldOf(whole, placeOfTokens(at, tokens), confidence);
    }
  }
  return undefined;
}

/** The text before that which ends it, compared folded where folding leaves every letter in its place. */
function cut(text: string, ends: string | undefined): string {
  const folded = foldText(text);
  const end = ends === undefined || folded.length !== text.length ? -1 : folded.search(new RegExp(ends, 'u'));
  return end > 0 ? text.slice(0, end).replace(/[\s,;:-]+$/, '') : text;
}

/** Where values of a label stand, likeliest first. */
export function placesOf(label: string, { wording, index, lines }: Sources): LabelledCells[] {
  const { own, others } = wording(label);
  const hits = [...index().find(own, true), ...index().find(others, false)];
  return hits.flatMap((hit) => cellsAfter(hit, lines, index()));
}

/** A text that goes on below: the following lines of the same paragraph or, set alike, the next ones, up to a label. */
function runOn(value: string, at: TextLine, most: number, { lines, index }: Sources): string {
  const first = lines.indexOf(at);
  const texts = [value];
  for (let next = first + 1; next < first + most; next += 1) {
    const line = lines[next];
    const before = lines[next - 1];
    if (line === undefined || before === undefined || line.page !== at.page || index().labelAt(next, 0) > 0) break;
    const [, y, , height] = before.line.box;
    if (/[.!?۔।።。]$/u.test(texts.at(-1) ?? '') || line.line.box[1] - (y + height) > height) break;
    if (line.tokens.some(({ text }) => /.[:：]$/.test(text))) break;
    texts.push(textOf(line.tokens));
  }
  return texts.join(' ');
}
