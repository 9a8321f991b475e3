import type { ExtractorFrom } from '#definitions/field-extractor.schema.ts';
import type { Field } from '#domain/findings.ts';
import { fieldOf } from '../make-field.ts';
import type { Sources } from '../sources.ts';

const PARTS = ['issuer', 'address', 'phone', 'email'] as const;

/** The issuer, its address, or one of its numbers (`siret`, `rpps`, …). */
export function byLetterhead(extractor: ExtractorFrom<'letterhead'>, { letterhead }: Sources): Field | undefined {
  const part = PARTS.find((one) => one === extractor.part);
  const value = part === undefined ? letterhead.identifiers[extractor.part] : letterhead[part];
  if (value === null || value === undefined) return undefined;
  const { page, box } = letterhead;
  const place = page === null || box === null ? null : { text: value, page, box };
  return fieldOf(value, place, letterhead.confidence);
}
