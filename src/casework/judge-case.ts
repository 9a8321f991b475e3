import type { Casework } from '#definitions/casework/casework.ts';
import type { Pipeline } from '#definitions/pipeline.ts';
import type { CaseJudgement, CrossFinding } from '#domain/case-judgement.ts';
import type { CaseInput } from '#domain/case-paper.ts';
import { judgeCriteria } from './matrix/judge-criteria.ts';
import { judgeRelations } from './relations/judge-relations.ts';
import { askForPapers } from './requests/ask-for-papers.ts';
import { judgeSeries } from './series/judge-series.ts';

/** What a case is judged by. */
export interface CaseRules {
  readonly pipeline: Pick<Pipeline, 'id' | 'version' | 'documentTypes' | 'flags' | 'evidenceTable'>;
  readonly casework: Casework;
}

/**
 * Everything Liasse says about a case as a whole (docs/casework.md). Pure: the same papers, facts, day and rules give the same judgement. Parts of which the
 * pipeline knows nothing are empty.
 */
export function judgeCase(name: string, input: CaseInput, { pipeline, casework }: CaseRules): CaseJudgement {
  const { papers, asOf } = input;
  const { matrix: matrixRules, requests, letters } = casework;
  const relations = judgeRelations(input, { pipeline, casework });
  const { translated, worseCopies } = relations;
  const cellRules = matrixRules === undefined ? undefined : { matrix: matrixRules, pipeline, translated, worseCopies };
  const matrix = cellRules === undefined ? { cells: [], criteria: [] } : judgeCriteria(papers, cellRules);
  return {
    schema: 'liasse.case/1',
    case: name,
    asOf,
    pipeline: { id: pipeline.id, version: pipeline.version },
    criteria: [...matrix.criteria],
    cells: [...matrix.cells],
    findings: sortFindings([...relations.findings, ...judgeSeries(input, { pipeline, casework }, relations)]),
    relations: relations.relations,
    requests:
      cellRules === undefined || requests === undefined || letters === undefined
        ? []
        : askForPapers({ papers, matrix, rules: cellRules, requests, letters }),
    clocks: [],
    presence: { from: null, to: null, fromBecause: null, months: [] },
  };
}

const SEVERITIES = ['blocking', 'weak', 'info'];

/** The gravest first; of one gravity in the order in which they were found. */
function sortFindings(findings: readonly CrossFinding[]): CrossFinding[] {
  return findings.toSorted((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity));
}
