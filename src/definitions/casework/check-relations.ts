import type { DefinitionProblem } from '../definition-problem.ts';
import type { Pipeline } from '../pipeline.ts';
import type { Casework } from './casework.ts';
import type { Contradiction } from './contradictions.schema.ts';
import { fieldsOfTypes, type Reference, referencesTo, unknownReferences } from './references.ts';

/** What the files about people, copies, translations, series, statement, civil papers and contradictions name and nobody defined. */
export function checkRelations(pipeline: Pipeline, casework: Casework): DefinitionProblem[] {
  const known = {
    type: new Set(Object.keys(pipeline.documentTypes)),
    flag: new Set(Object.keys(pipeline.flags.flags)),
    field: fieldsOfTypes(pipeline, []),
    kind: new Set(pipeline.issuerCues.flatMap(({ kinds }) => Object.keys(kinds))),
  };
  const nouns = { type: 'document type', flag: 'flag', field: 'field', kind: 'kind of issuer' } as const;
  return named(casework).flatMap(({ file, path, to, ids }) => {
    const references: Reference[] = referencesTo(nouns[to], path, ids);
    return unknownReferences(`case/${file}.yaml`, known[to], references);
  });
}

interface Named {
  readonly file: string;
  readonly path: string;
  readonly to: 'type' | 'flag' | 'field' | 'kind';
  readonly ids: readonly string[];
}

function named(casework: Casework): Named[] {
  return [
    ...inPapers(casework),
    ...inPeople(casework),
    ...inCopies(casework),
    ...inTranslations(casework),
    ...inSeries(casework),
    ...inStatement(casework),
    ...inCivilPapers(casework),
    ...inContradictions(casework),
  ];
}

function inPapers({ papers }: Casework): Named[] {
  if (papers === undefined) return [];
  return [{ file: 'papers', path: 'typeWords', to: 'type', ids: Object.keys(papers.typeWords) }];
}

function inPeople({ people }: Casework): Named[] {
  if (people === undefined) return [];
  const { subjects, client, mustBeClient, birth } = people;
  const file = 'people';
  return [
    { file, path: 'subjects.fields', to: 'field', ids: subjects.fields.flat() },
    { file, path: 'subjects.byType', to: 'type', ids: Object.keys(subjects.byType) },
    { file, path: 'subjects.byType', to: 'field', ids: Object.values(subjects.byType).flat(2) },
    { file, path: 'client.from', to: 'type', ids: client.from },
    { file, path: 'mustBeClient', to: 'type', ids: Object.keys(mustBeClient) },
    { file, path: 'birth.fields', to: 'field', ids: birth.fields },
    { file, path: 'birth.identity', to: 'type', ids: birth.identity },
  ];
}

function inCopies({ copies }: Casework): Named[] {
  if (copies === undefined) return [];
  return [
    { file: 'copies', path: 'identifying', to: 'field', ids: copies.identifying },
    { file: 'copies', path: 'worse', to: 'flag', ids: copies.worse },
  ];
}

function inTranslations({ translations }: Casework): Named[] {
  if (translations === undefined) return [];
  return [
    { file: 'translations', path: 'types', to: 'type', ids: translations.types },
    { file: 'translations', path: 'foreignFlags', to: 'flag', ids: translations.foreignFlags },
  ];
}

function inSeries({ series }: Casework): Named[] {
  const file = 'series';
  const monthly = (series?.monthly ?? []).flatMap((one, at): Named[] => {
    const added = one.cumulative.map(({ field }) => field);
    const ids = [one.period, one.issuerName, ...one.issuerNumbers, ...one.amounts, ...added];
    return [
      { file, path: `monthly.${at}.type`, to: 'type', ids: [one.type] },
      { file, path: `monthly.${at}`, to: 'field', ids },
    ];
  });
  const yearly = (series?.yearly ?? []).flatMap(({ type, year }, at): Named[] => [
    { file, path: `yearly.${at}.type`, to: 'type', ids: [type] },
    { file, path: `yearly.${at}.year`, to: 'field', ids: [year] },
  ]);
  return [...monthly, ...yearly];
}

function inStatement({ statement }: Casework): Named[] {
  if (statement === undefined) return [];
  return [
    { file: 'statement', path: 'types', to: 'type', ids: statement.types },
    { file: 'statement', path: 'annexes.notAnnexes', to: 'type', ids: statement.annexes.notAnnexes },
  ];
}

function inCivilPapers({ 'civil-papers': civil }: Casework): Named[] {
  const file = 'civil-papers';
  return (civil?.requirements ?? []).flatMap(({ options }, at) =>
    options.flatMap((option, index): Named[] => {
      const path = `requirements.${at}.options.${index}`;
      return [
        { file, path: `${path}.types`, to: 'type', ids: option.types },
        { file, path: `${path}.kinds`, to: 'kind', ids: option.kinds },
        { file, path: `${path}.weakWith`, to: 'flag', ids: option.weakWith },
        { file, path: `${path}.needs`, to: 'type', ids: option.needs.flatMap(({ types }) => types) },
        { file, path: `${path}.needs`, to: 'kind', ids: option.needs.flatMap(({ kinds }) => kinds) },
      ];
    }),
  );
}

function inContradictions({ contradictions }: Casework): Named[] {
  return (contradictions?.checks ?? []).flatMap((check, at) => {
    const path = `checks.${at}`;
    const file = 'contradictions';
    const types: Named = { file, path: `${path}.types`, to: 'type', ids: [...check.types, ...typesOf(check)] };
    return [types, { file, path, to: 'field' as const, ids: fieldsOf(check) }];
  });
}

function typesOf(check: Contradiction): string[] {
  if (check.kind === 'places') return check.byIssuer;
  return check.kind === 'claim' ? check.against.types : [];
}

function fieldsOf(check: Contradiction): string[] {
  if (check.kind === 'dates') return [];
  if (check.kind !== 'claim') return check.fields;
  return [check.field?.name ?? [], check.yearField ?? [], check.against.period].flat();
}
