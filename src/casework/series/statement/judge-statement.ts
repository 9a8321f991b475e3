import type { StatementRules } from '#definitions/casework/statement.schema.ts';
import type { CrossFinding } from '#domain/case-judgement.ts';
import type { CasePaper } from '#domain/case-paper.ts';
import type { FoundDate } from '#domain/findings.ts';
import { firstDay, lastDay } from '#text/calendar-days.ts';
import { pagesOf } from '../../relations/copies/same-paper.ts';
import { findingOf, type SeriesContext } from '../series-context.ts';
import { judgeAnnexes } from './judge-annexes.ts';

/** The personal statement: its length, the order of its events, and whether its references match the annexes. */
export function judgeStatement(rules: StatementRules, context: SeriesContext): CrossFinding[] {
  const statements = context.papers.filter(({ record }) => rules.types.includes(record.type?.id ?? ''));
  const { names } = context.relations;
  const several = {
    values: { papers: names.list(statements.map((paper) => names.of(paper))) },
    papers: statements,
  };
  return [
    ...(statements.length > 1 ? [findingOf(ruleOf('several'), rules.several, several)] : []),
    ...statements.flatMap((paper) => [
      ...tooLong(paper, rules, context),
      ...notChronological(paper, rules, context),
      ...judgeAnnexes(paper, rules, context),
    ]),
  ];
}

function ruleOf(name: string): Pick<CrossFinding, 'kind' | 'rule'> {
  return { kind: 'statement', rule: `statement-${name}` };
}

function tooLong(paper: CasePaper, rules: StatementRules, { relations }: SeriesContext): CrossFinding[] {
  const pages = pagesOf(paper);
  if (pages <= rules.maxPages) return [];
  const values = { paper: relations.names.of(paper), pages, limit: rules.maxPages };
  return [findingOf(ruleOf('long'), rules.long, { values, papers: [paper] })];
}

/** Dates that lie wholly before one that was told earlier. */
function notChronological(paper: CasePaper, rules: StatementRules, { relations }: SeriesContext): CrossFinding[] {
  const told = paper.record.dates
    .filter(({ role, confidence }) => rules.roles.includes(role) && confidence >= rules.leastConfidence)
    .toSorted(byPlace);
  const steps = told.flatMap((date, at) => {
    const before = told.slice(0, at).find((earlier) => lastDay(date.iso) < firstDay(earlier.iso));
    return before === undefined ? [] : [{ first: before, second: date }];
  });
  const [step] = steps;
  if (step === undefined || steps.length < rules.outOfOrder) return [];
  const values = { paper: relations.names.of(paper), first: step.first.text, second: step.second.text };
  return [findingOf(ruleOf('not-chronological'), rules.notChronological, { values, papers: [paper] })];
}

/** Half a line: what stands on one line is told left to right. */
const LINE = 0.008;

function byPlace(one: FoundDate, other: FoundDate): number {
  if (one.page !== other.page) return one.page - other.page;
  const down = one.box[1] - other.box[1];
  return Math.abs(down) > LINE ? down : one.box[0] - other.box[0];
}
