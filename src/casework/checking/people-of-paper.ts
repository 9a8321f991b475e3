import type { PeopleRules } from '#definitions/casework/people.schema.ts';
import type { CasePaper } from '#domain/case-paper.ts';
import { createTokenComparison } from '../relations/people/compare-tokens.ts';
import { createNameFinder } from '../relations/people/find-name.ts';
import { createNameReader } from '../relations/people/name-reader.ts';
import { subjectsOfPaper } from '../relations/people/subjects-of-paper.ts';
import type { NamedPerson } from './compare-translation.ts';

/** Whom a paper is about, ready to be looked for in its translation; nobody where the pipeline says nothing of people. */
export function peopleOfPaper(paper: Pick<CasePaper, 'record'>, rules: PeopleRules | undefined): NamedPerson[] {
  if (rules === undefined) return [];
  const reader = createNameReader(rules.names);
  const compare = createTokenComparison({ ...rules.names, doubtful: rules.names.close });
  const seen = new Set<string>();
  return subjectsOfPaper({ key: '', text: '', copyOf: null, position: 0, ...paper }, rules, reader)
    .filter(({ printed }) => !seen.has(printed) && seen.add(printed))
    .map((name) => ({
      name: name.printed,
      place: placeOf(paper, name.printed),
      find: createNameFinder(name, reader, compare),
    }));
}

/** Where the field stands that gave the name; a name of several fields has no one place. */
function placeOf({ record }: Pick<CasePaper, 'record'>, name: string): NamedPerson['place'] {
  const field = Object.entries(record.fields).find(([, value]) => value === name)?.[0];
  const place = field === undefined ? undefined : record.fieldPlaces[field];
  return place === undefined ? null : { text: place.text, page: place.page, box: place.box };
}
