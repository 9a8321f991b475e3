import type { DefinitionProblem } from '../definition-problem.ts';
import type { Pipeline } from '../pipeline.ts';

/** A name in a file that stands for something defined elsewhere. */
export interface Reference {
  /** Dotted path inside the file. */
  readonly path: string;
  readonly id: string;
  readonly noun: string;
}

/** References to what is not among the known names, as problems of the file. */
export function unknownReferences(
  file: string,
  known: ReadonlySet<string>,
  references: readonly Reference[],
): DefinitionProblem[] {
  return references
    .filter(({ id }) => !known.has(id))
    .map(({ path, id, noun }) => ({
      file,
      line: 1,
      column: 1,
      path,
      expected: `a ${noun} that is defined; “${id}” is not`,
    }));
}

/** The same reference for each of a list of names. */
export function referencesTo(noun: string, path: string, ids: readonly string[]): Reference[] {
  return ids.map((id, index) => ({ noun, id, path: `${path}.${index}` }));
}

/** Fields that papers of some of the types can have; of no types: of all. */
export function fieldsOfTypes({ documentTypes, commonFields }: Pipeline, types: readonly string[]): Set<string> {
  const chosen = types.length === 0 ? Object.values(documentTypes) : types.flatMap((id) => documentTypes[id] ?? []);
  return new Set([...Object.keys(commonFields.fields), ...chosen.flatMap(({ fields }) => Object.keys(fields))]);
}
