import type { DefinitionProblem } from '../definition-problem.ts';
import type { Pipeline } from '../pipeline.ts';
import type { Casework } from './casework.ts';
import type { ClockEnd, ClockRule, ClockRules } from './clocks.schema.ts';
import { fieldsOfTypes, type Reference, referencesTo, unknownReferences } from './references.ts';

/** What is wrong between `clocks.yaml`, `departements.yaml`, `holidays.yaml` and the rest of the pipeline. */
export function checkClocks(pipeline: Pipeline, { clocks, departements, holidays }: Casework): DefinitionProblem[] {
  const ids = departements?.departements.map(({ id }) => id) ?? [];
  const places = new Set([...ids, ...Object.keys(departements?.groups ?? {})]);
  const members = Object.entries(departements?.groups ?? {}).flatMap(([group, of]) =>
    referencesTo('département', `groups.${group}`, of),
  );
  const ofHolidays = (holidays?.holidays ?? []).flatMap((holiday, at) =>
    referencesTo('département or group', `holidays.${at}.in`, holiday.in ?? []),
  );
  const types = new Set(Object.keys(pipeline.documentTypes));
  const named = referencesTo('document type', 'namedIn', departements?.namedIn ?? []);
  return [
    ...unknownReferences('case/departements.yaml', new Set(ids), members),
    ...unknownReferences('case/departements.yaml', types, named),
    ...unknownReferences('case/holidays.yaml', places, ofHolidays),
    ...(clocks === undefined
      ? []
      : [...missingFiles({ departements, holidays }), ...checkRules(pipeline, clocks, places)]),
  ];
}

/** Delays can't be counted without a calendar. */
function missingFiles(files: Readonly<Record<string, unknown>>): DefinitionProblem[] {
  return Object.entries(files)
    .filter(([, content]) => content === undefined)
    .map(([name]) => ({
      file: `case/${name}.yaml`,
      line: 1,
      column: 1,
      path: '',
      expected: 'this file to be there, as clocks.yaml is',
    }));
}

function checkRules(pipeline: Pipeline, clocks: ClockRules, places: ReadonlySet<string>): DefinitionProblem[] {
  const file = 'case/clocks.yaml';
  const types = new Set(Object.keys(pipeline.documentTypes));
  const ofKinds = clocks.kinds.flatMap((kind, at) => referencesTo('document type', `kinds.${at}.types`, kind.types));
  const kinds = new Set(clocks.kinds.map(({ id }) => id));
  const ofRules = clocks.rules.flatMap((rule, at) => kindReferences(rule, `rules.${at}`));
  const ofEnds = clocks.rules.flatMap((rule, at) =>
    endsOf(rule, `rules.${at}`).flatMap(({ end, path }) => [
      ...referencesTo('département or group', `${path}.in`, end.in ?? []),
      ...referencesTo('département or group', `${path}.notIn`, end.notIn ?? []),
    ]),
  );
  return [
    ...unknownReferences(file, types, ofKinds),
    ...unknownReferences(file, kinds, ofRules),
    ...unknownReferences(file, places, ofEnds),
    ...clocks.rules.flatMap((rule, at) =>
      unknownReferences(file, fieldsOfTypes(pipeline, typesOf(rule, clocks)), fieldReferences(rule, `rules.${at}`)),
    ),
  ];
}

function kindReferences(rule: ClockRule, path: string): Reference[] {
  return [
    ...referencesTo('kind', `${path}.starts.kinds`, rule.starts.kinds),
    ...referencesTo('kind', `${path}.doneBy`, rule.doneBy),
    ...rule.interruptedBy.flatMap(({ kinds }, at) => referencesTo('kind', `${path}.interruptedBy.${at}.kinds`, kinds)),
    ...endsOf(rule, path).flatMap(({ end, path: at }) => referencesTo('kind', `${at}.byOther`, end.byOther)),
  ];
}

function fieldReferences({ starts, printed }: ClockRule, path: string): Reference[] {
  const sources = [...starts.dates, ...(printed?.days ?? [])].flatMap((source) =>
    source.from === 'field' ? [source.field] : [],
  );
  return referencesTo('field of these papers', `${path}.fields`, [...sources, ...(printed?.fields ?? [])]);
}

function endsOf({ ends, interruptedBy }: ClockRule, path: string): { readonly end: ClockEnd; readonly path: string }[] {
  return [
    ...ends.map((end, at) => ({ end, path: `${path}.ends.${at}` })),
    ...interruptedBy.flatMap((stop, at) =>
      stop.ends.map((end, index) => ({ end, path: `${path}.interruptedBy.${at}.ends.${index}` })),
    ),
  ];
}

/** The types of paper that start a rule; none: any. */
function typesOf({ starts }: ClockRule, { kinds }: ClockRules): string[] {
  const chosen = kinds.filter(({ id }) => starts.kinds.includes(id));
  return chosen.some(({ types }) => types.length === 0) ? [] : chosen.flatMap(({ types }) => types);
}
