import type { PeopleRules } from '#definitions/casework/people.schema.ts';
import type { CasePaper } from '#domain/case-paper.ts';

/** A birth date that a paper gives, and on which page. */
export interface PrintedBirth {
  readonly iso: string;
  readonly page: number | null;
}

const ISO = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/;

/** The birth dates of a paper that were read surely, each once; fields (such as of a machine-readable zone) first. */
export function birthsOfPaper({ record }: CasePaper, { birth }: Pick<PeopleRules, 'birth'>): PrintedBirth[] {
  const fromFields = birth.fields.flatMap((field): PrintedBirth[] => {
    const value = record.fields[field];
    const place = record.fieldPlaces[field];
    if (typeof value !== 'string' || !ISO.test(value) || (place?.confidence ?? 1) < birth.leastConfidence) return [];
    return [{ iso: value, page: place?.page ?? null }];
  });
  const fromDates = record.dates
    .filter(({ role, confidence }) => birth.roles.includes(role) && confidence >= birth.leastConfidence)
    .map(({ iso, page }): PrintedBirth => ({ iso, page }));
  const all = [...fromFields, ...fromDates];
  return all.filter(({ iso }, at) => all.findIndex((other) => other.iso === iso) === at);
}
