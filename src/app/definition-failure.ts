import { type DefinitionProblem, describeProblem } from '#definitions/definition-problem.ts';

/** A pipeline folder can't be used; `problems` are lines `file:line:column path: what was expected`. */
export class DefinitionFailure extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly DefinitionProblem[]) {
    super('definition-invalid');
    this.name = 'DefinitionFailure';
    this.problems = problems.map(describeProblem);
  }
}
