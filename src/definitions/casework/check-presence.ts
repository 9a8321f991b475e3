import type { DefinitionProblem } from '../definition-problem.ts';
import type { Pipeline } from '../pipeline.ts';
import type { Casework } from './casework.ts';
import { fieldsOfTypes, referencesTo, unknownReferences } from './references.ts';

/** What `presence.yaml` names and nobody defined. */
export function checkPresence(pipeline: Pipeline, { presence }: Casework): DefinitionProblem[] {
  if (presence === undefined) return [];
  const file = 'case/presence.yaml';
  const types = new Set(Object.keys(pipeline.documentTypes));
  const flags = new Set(Object.keys(pipeline.flags.flags));
  const ofTypes = presence.rules.flatMap((rule, at) => referencesTo('document type', `rules.${at}.types`, rule.types));
  const ofSigns = presence.inFrance.signs.flatMap((sign, at) =>
    referencesTo('field', `inFrance.signs.${at}.fields`, sign.fields ?? []),
  );
  const ofClaims = presence.rules.flatMap((rule, at) => {
    const fields = rule.claims.flatMap(({ months }) =>
      months.flatMap((source) => ('field' in source ? [source.field] : [])),
    );
    const references = referencesTo('field of these papers', `rules.${at}.claims`, fields);
    return unknownReferences(file, fieldsOfTypes(pipeline, rule.types), references);
  });
  return [
    ...unknownReferences(file, types, ofTypes),
    ...unknownReferences(file, flags, referencesTo('flag', 'thinFlags', presence.thinFlags)),
    ...unknownReferences(file, fieldsOfTypes(pipeline, []), ofSigns),
    ...ofClaims,
  ];
}
