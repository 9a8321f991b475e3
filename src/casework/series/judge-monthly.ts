import type { MonthlyRules } from '#definitions/casework/series.schema.ts';
import type { CrossFinding } from '#domain/case-judgement.ts';
import { printedDate } from '../relations/call-paper.ts';
import { cumulativeFindings } from './cumulative-amounts.ts';
import { type MonthlySeries, type MonthPaper, monthlySeries } from './monthly-series.ts';
import { monthsBetween } from './months.ts';
import { findingOf, type SeriesContext } from './series-context.ts';

/** Months that lack in a series, two papers of one month that disagree, and amounts that do not add up. */
export function judgeMonthly(rules: MonthlyRules, context: SeriesContext): CrossFinding[] {
  return monthlySeries(context.papers, rules).flatMap((series) => [
    ...gaps(series, rules, context),
    ...sameMonths(series, rules, context),
    ...cumulativeFindings(series, rules, context),
  ]);
}

function gaps({ issuer, papers }: MonthlySeries, rules: MonthlyRules, { relations }: SeriesContext): CrossFinding[] {
  const missing = papers.flatMap(({ month }, at) => {
    const next = papers[at + 1];
    const between = next === undefined ? [] : monthsBetween(month, next.month);
    return between.length <= rules.longestGap ? between : [];
  });
  const [first, last] = [papers[0], papers.at(-1)];
  if (missing.length === 0 || first === undefined || last === undefined) return [];
  const values = {
    issuer,
    from: printedDate(first.month),
    to: printedDate(last.month),
    months: relations.names.list(missing.map(printedDate)),
  };
  const shown = papers.map(({ paper }) => paper);
  return [findingOf({ kind: 'series', rule: `${rules.id}-gap` }, rules.gap, { values, papers: shown })];
}

function sameMonths({ papers }: MonthlySeries, rules: MonthlyRules, { relations }: SeriesContext): CrossFinding[] {
  return papers.flatMap((one, at): CrossFinding[] => {
    const other = papers[at + 1];
    if (other === undefined || other.month !== one.month) return [];
    const field = rules.amounts.find((name) => isDifferent(amountOf(one, name), amountOf(other, name)));
    if (field === undefined) return [];
    const values = {
      month: printedDate(one.month),
      papers: relations.names.list([one, other].map(({ paper }) => relations.names.of(paper))),
      amounts: [one, other].map((paper) => amountOf(paper, field)).join(' / '),
    };
    const shown = [one.paper, other.paper];
    return [findingOf({ kind: 'series', rule: `${rules.id}-same-month` }, rules.sameMonth, { values, papers: shown })];
  });
}

function isDifferent(one: number | undefined, other: number | undefined): boolean {
  return one !== undefined && other !== undefined && one !== other;
}

function amountOf({ paper }: MonthPaper, field: string): number | undefined {
  const value = paper.record.fields[field];
  return typeof value === 'number' ? value : undefined;
}
