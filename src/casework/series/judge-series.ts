import type { CrossFinding } from '#domain/case-judgement.ts';
import type { CaseInput } from '#domain/case-paper.ts';
import type { RelationRules, RelationsJudgement } from '../relations/judge-relations.ts';
import { judgeCivilPapers } from './civil/judge-civil-papers.ts';
import { judgeContradictions } from './contradictions/judge-contradictions.ts';
import { judgeMonthly } from './judge-monthly.ts';
import { judgePages } from './judge-pages.ts';
import { judgeYearly } from './judge-yearly.ts';
import { createSeriesContext } from './series-context.ts';
import { judgeStatement } from './statement/judge-statement.ts';

/** What papers say about each other as a series: months, years, pages, annexes, civil papers, contradictions. Pure. */
export function judgeSeries(input: CaseInput, rules: RelationRules, relations: RelationsJudgement): CrossFinding[] {
  const { series, statement, 'civil-papers': civilPapers, contradictions } = rules.casework;
  const context = createSeriesContext(input, rules, relations);
  return [
    ...(civilPapers === undefined ? [] : judgeCivilPapers(civilPapers, context)),
    ...(contradictions === undefined ? [] : judgeContradictions(contradictions, context)),
    ...(series?.monthly ?? []).flatMap((one) => judgeMonthly(one, context)),
    ...(series?.yearly ?? []).flatMap((one) => judgeYearly(one, context)),
    ...(series === undefined ? [] : judgePages(series.pages, context)),
    ...(statement === undefined ? [] : judgeStatement(statement, context)),
  ];
}
