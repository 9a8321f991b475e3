import type { ExtractorFrom } from '#definitions/field-extractor.schema.ts';
import type { Field } from '#domain/findings.ts';
import { fieldOf } from '../make-field.ts';
import type { Sources } from '../sources.ts';

const LENGTHS = { day: 10, month: 7, year: 4 };

/** The first or last date that plays one of the roles, shortened to what is asked. */
export function byDate(extractor: ExtractorFrom<'date'>, { dates }: Sources): Field | undefined {
  const issued = dates.findLast(({ role }) => role === 'issue')?.iso ?? '';
  const fits = (iso: string): boolean =>
    (!extractor.isMonthOnly || iso.length === LENGTHS.month) && (!extractor.isAfterIssue || iso > issued);
  for (const role of extractor.roles) {
    const date = dates.filter((one) => one.role === role && fits(one.iso)).at(extractor.pick === 'first' ? 0 : -1);
    if (date === undefined) continue;
    const { text, page, box, confidence } = date;
    return fieldOf(date.iso.slice(0, LENGTHS[extractor.as]), { text, page, box }, confidence);
  }
  return undefined;
}
