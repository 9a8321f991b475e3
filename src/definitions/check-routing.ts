import { referencesTo, unknownReferences } from './casework/references.ts';
import type { DefinitionProblem } from './definition-problem.ts';
import type { Pipeline } from './pipeline.ts';
import type { Routing } from './routing.schema.ts';

const FILE = 'routing.yaml';

/** Types, flags, criteria of `routing.yaml` that nobody defined. */
export function checkRouting(
  { documentTypes, flags, evidenceTable }: Pick<Pipeline, 'documentTypes' | 'flags' | 'evidenceTable'>,
  routing: Routing,
): DefinitionProblem[] {
  const check = (noun: string, known: readonly string[], lists: Readonly<Record<string, readonly string[]>>) =>
    unknownReferences(
      FILE,
      new Set(known),
      Object.entries(lists).flatMap(([path, ids]) => referencesTo(noun, path, ids)),
    );
  const of = (part: 'types' | 'flags' | 'criteria') =>
    Object.fromEntries(routing.rules.map(({ when }, index) => [`rules.${index}.when.${part}`, when[part] ?? []]));
  return [
    ...check('document type', Object.keys(documentTypes), of('types')),
    ...check('flag', Object.keys(flags.flags), {
      flags: routing.flags,
      'unclear.flags': routing.unclear.flags,
      ...of('flags'),
    }),
    ...check(
      'criterion',
      evidenceTable.criteria.map(({ id }) => id),
      of('criteria'),
    ),
  ];
}
