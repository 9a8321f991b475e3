import type { PeopleRules } from '#definitions/casework/people.schema.ts';
import type { CasePaper } from '#domain/case-paper.ts';
import { foldWords } from '#text/fold-words.ts';
import type { NameReader, PersonName } from './name-reader.ts';

/** The names a paper gives of the person it is about, the surest field first; names of which nothing is left to compare are no names. */
export function subjectsOfPaper(
  { record }: CasePaper,
  { subjects }: Pick<PeopleRules, 'subjects'>,
  reader: NameReader,
): PersonName[] {
  const printedElsewhere = [...(record.type?.because ?? []).map(({ text }) => text), record.letterhead?.issuer ?? '']
    .map(foldWords)
    .filter((words) => words.length > 0);
  const isName = ({ printed, tokens }: PersonName): boolean => {
    const words = foldWords(printed);
    if (tokens.length === 0 || words.some((word) => reader.isNoName(word))) return false;
    // A heading or an issuer that was taken for a name.
    return !printedElsewhere.some((other) => words.every((word) => other.includes(word)));
  };
  const fields = subjects.byType[record.type?.id ?? ''] ?? subjects.fields;
  const found = fields.flatMap((field) => {
    const parts = [field].flat().map((name) => textOf(record, name, subjects.leastConfidence));
    return parts.includes(undefined) ? [] : [reader.name(parts.join(' '))];
  });
  return found.filter(isName);
}

function textOf(record: CasePaper['record'], field: string, leastConfidence: number): string | undefined {
  const value = record.fields[field];
  // What has no place was worked out from what was checked, such as a machine-readable zone.
  if ((record.fieldPlaces[field]?.confidence ?? 1) < leastConfidence) return undefined;
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}
