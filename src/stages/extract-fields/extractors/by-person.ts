import type { ExtractorFrom } from '#definitions/field-extractor.schema.ts';
import type { Field } from '#domain/findings.ts';
import { fieldOf } from '../make-field.ts';
import type { Sources } from '../sources.ts';
import { placeOfLine } from '../text-line.ts';
import { findPerson } from './find-person.ts';

/** Whom the paper is about, by a courtesy title. */
export function byPerson(extractor: ExtractorFrom<'person'>, { lines }: Sources): Field | undefined {
  const person = findPerson(lines, extractor);
  return person === undefined ? undefined : fieldOf(person.name, placeOfLine(person.at), 0.7);
}
