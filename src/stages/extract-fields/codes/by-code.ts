import type { ExtractorFrom } from '#definitions/field-extractor.schema.ts';
import type { Field } from '#domain/findings.ts';
import { fieldOf } from '../make-field.ts';
import type { Sources } from '../sources.ts';
import { twoDDocsOf } from './two-d-docs.ts';

/** What the first code says that is no 2D-Doc: its text, or what kind of text that is. */
export function byCode(extractor: ExtractorFrom<'code'>, sources: Sources): Field | undefined {
  const signed = new Set(twoDDocsOf(sources).map(({ mark }) => mark));
  for (const { page, marks } of sources.pages) {
    const code = marks.find((mark) => mark.kind === 'code' && mark.text !== null && !signed.has(mark));
    if (code === undefined || code.text === null) continue;
    const value = extractor.part === 'text' ? code.text : kindOf(code.text);
    return fieldOf(value, { text: '', page, box: code.box }, code.confidence);
  }
  return undefined;
}

function kindOf(text: string): string {
  return /^(?:https?:\/\/|www\.)\S+$/i.test(text.trim()) ? 'url' : 'text';
}
