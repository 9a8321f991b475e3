import { judgeRelations, type RelationRules } from '#casework/relations/judge-relations.ts';
import { judgeSeries } from '#casework/series/judge-series.ts';
import type { CrossFinding } from '#domain/case-judgement.ts';
import type { CaseFacts, CasePaper } from '#domain/case-paper.ts';
import { humanitarianCasework } from '../../support/a-case.ts';
import { inOrder } from '../relations/paper-of.ts';

/** What the humanitarian permit says of papers as series, as of 26 November 2026 unless another day is given. */
export async function seriesOf(): Promise<(papers: readonly CasePaper[], given?: Given) => CrossFinding[]> {
  const rules: RelationRules = await humanitarianCasework();
  return (papers, { facts = {}, asOf = '2026-11-26' } = {}) => {
    const input = { papers: inOrder(papers), facts, asOf };
    return judgeSeries(input, rules, judgeRelations(input, rules));
  };
}

export interface Given {
  readonly facts?: CaseFacts;
  readonly asOf?: string;
}

/** Rule and papers of the findings of a kind. */
export function toldOf(findings: readonly CrossFinding[], kind: CrossFinding['kind']): string[] {
  return findings.filter((one) => one.kind === kind).map(({ rule, papers }) => [rule, ...papers].join(' '));
}
