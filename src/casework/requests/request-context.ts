import type { LetterRules, RequestRules } from '#definitions/casework/requests.schema.ts';
import type { Cell } from '#domain/case-judgement.ts';
import type { CaseFacts, CasePaper } from '#domain/case-paper.ts';
import { carryCriterion } from '../matrix/carry-criterion.ts';
import type { CellRules } from '../matrix/judge-cell.ts';
import type { Matrix } from '../matrix/judge-criteria.ts';

/** What asking needs besides the matrix. */
export interface RequestContext {
  readonly papers: readonly CasePaper[];
  readonly facts: CaseFacts;
  /** The day of the judgement, ISO 8601. */
  readonly asOf: string;
  readonly matrix: Matrix;
  readonly rules: CellRules;
  readonly requests: RequestRules;
  readonly letters: LetterRules;
}

/** How a criterion's strength would change if its counted cells were these. */
export function gainOf(
  context: RequestContext,
  criterion: string,
  cells: readonly Pick<Cell, 'paper' | 'strength'>[],
  newType = '',
): number {
  const { papers, matrix, rules } = context;
  const types = new Map(papers.map(({ key, record }) => [key, record.type?.id ?? '']));
  const typeOf = (paper: string): string => types.get(paper) ?? newType;
  const { strength } = carryCriterion(criterion, { cells, typeOf }, rules.matrix);
  return strength - (matrix.criteria.find(({ id }) => id === criterion)?.strength ?? 0);
}

/** The counted cells of a criterion. */
export function countedCells({ matrix }: RequestContext, criterion: string): Cell[] {
  return matrix.cells.filter((cell) => cell.criterion === criterion && cell.isCounted);
}
