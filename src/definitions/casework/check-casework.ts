import type { DefinitionProblem } from '../definition-problem.ts';
import type { Pipeline } from '../pipeline.ts';
import type { Casework } from './casework.ts';
import { checkClocks } from './check-clocks.ts';
import { checkPresence } from './check-presence.ts';
import { checkRelations } from './check-relations.ts';

/** References of the files in `case/` that lead nowhere: types, fields, flags, kinds and places that nobody defined. */
export function checkCasework(pipeline: Pipeline, casework: Casework): DefinitionProblem[] {
  return [
    ...checkClocks(pipeline, casework),
    ...checkPresence(pipeline, casework),
    ...checkRelations(pipeline, casework),
  ];
}
