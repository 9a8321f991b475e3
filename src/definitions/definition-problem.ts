/** One thing that is wrong in a pipeline file: where, and what was expected there. */
export interface DefinitionProblem {
  readonly file: string;
  /** 1-based; 1:1 when the place can't be told. */
  readonly line: number;
  readonly column: number;
  /** Dotted path inside the file, e.g. `types.affidavit.titles.0`. */
  readonly path: string;
  readonly expected: string;
}

/** `cues/fr.yaml:4:14 types.affidavit: expected object`, the form editors turn into a link. */
export function describeProblem(problem: DefinitionProblem): string {
  const path = problem.path === '' ? '' : ` ${problem.path}`;
  return `${problem.file}:${problem.line}:${problem.column}${path}: ${problem.expected}`;
}
