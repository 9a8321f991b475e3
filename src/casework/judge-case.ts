import type { Casework } from '#definitions/casework/casework.ts';
import type { Pipeline } from '#definitions/pipeline.ts';
import type { CaseJudgement, Clock, CrossFinding } from '#domain/case-judgement.ts';
import type { CaseInput } from '#domain/case-paper.ts';
import { judgeClocks } from './clocks/judge-clocks.ts';
import type { CellRules } from './matrix/judge-cell.ts';
import { judgeCriteria } from './matrix/judge-criteria.ts';
import { judgePresence, NO_PRESENCE } from './presence/judge-presence.ts';
import { weighCountry } from './presence/weigh-country.ts';
import { judgeRelations, type RelationsJudgement } from './relations/judge-relations.ts';
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
export function judgeCase(name: string, input: CaseInput, rules: CaseRules): CaseJudgement {
  const { papers, asOf } = input;
  const { pipeline, casework } = rules;
  const { requests, letters } = casework;
  const relations = judgeRelations(input, rules);
  const cellRules = cellRulesOf(rules, relations);
  const matrix = cellRules === undefined ? { cells: [], criteria: [] } : judgeCriteria(papers, cellRules);
  return {
    schema: 'liasse.case/1',
    case: name,
    asOf,
    pipeline: { id: pipeline.id, version: pipeline.version },
    criteria: [...matrix.criteria],
    cells: [...matrix.cells],
    findings: gravestFirst([...relations.findings, ...judgeSeries(input, rules, relations)]),
    relations: relations.relations,
    requests:
      cellRules === undefined || requests === undefined || letters === undefined
        ? []
        : askForPapers({ papers, facts: input.facts, asOf, matrix, rules: cellRules, requests, letters }),
    clocks: clocksOf(input, casework),
    presence: casework.presence === undefined ? NO_PRESENCE : judgePresence(input, casework.presence),
  };
}

function cellRulesOf(
  { pipeline, casework }: CaseRules,
  { translated, worseCopies, findings }: RelationsJudgement,
): CellRules | undefined {
  const { matrix, presence } = casework;
  if (matrix === undefined) return undefined;
  const strange = findings.filter(
    ({ rule, severity }) => severity !== 'info' && matrix.uncountedFindings.includes(rule),
  );
  const strangers = new Set(strange.flatMap((finding) => finding.papers));
  return {
    matrix,
    pipeline,
    translated,
    worseCopies,
    strangers,
    countryOf: (paper) => (presence === undefined ? 'maybe' : weighCountry(paper, presence.inFrance)),
  };
}

const SEVERITIES: readonly CrossFinding['severity'][] = ['blocking', 'weak', 'info'];

/** Of one gravity in the order in which they were found. */
function gravestFirst(findings: readonly CrossFinding[]): CrossFinding[] {
  return findings.toSorted((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity));
}

function clocksOf(input: CaseInput, { clocks, departements, holidays }: Casework): Clock[] {
  if (clocks === undefined || departements === undefined || holidays === undefined) return [];
  return judgeClocks(input, { clocks, departements, holidays });
}
