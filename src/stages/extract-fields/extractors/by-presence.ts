import type { ExtractorFrom } from '#definitions/field-extractor.schema.ts';
import type { Field } from '#domain/findings.ts';
import { fieldOf } from '../make-field.ts';
import type { Sources } from '../sources.ts';

/** Which of the fields were found: a list, empty when none was. */
export function byPresence(extractor: ExtractorFrom<'presence'>, { found }: Sources): Field {
  const names = extractor.of.filter((name) => found[name] !== undefined);
  const first = names.flatMap((name) => found[name] ?? []).find(({ place }) => place !== null);
  return fieldOf(names, first?.place ?? null, 0.7);
}
