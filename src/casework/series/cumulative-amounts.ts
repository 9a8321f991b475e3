import type { MonthlyRules } from '#definitions/casework/series.schema.ts';
import type { CrossFinding } from '#domain/case-judgement.ts';
import { findAmounts } from '#text/amounts.ts';
import { readingOf } from '../paper-reading.ts';
import type { MonthlySeries, MonthPaper } from './monthly-series.ts';
import { nextMonth } from './months.ts';
import { findingOf, type SeriesContext } from './series-context.ts';

interface Added extends MonthPaper {
  /** Of the month, and since January. */
  readonly amount: number;
  readonly total: number;
}

/** Amounts added up since January that fall, or that do not grow by what the month brought. */
export function cumulativeFindings(series: MonthlySeries, rules: MonthlyRules, context: SeriesContext): CrossFinding[] {
  return rules.cumulative.flatMap(({ field, patterns }) => {
    const expressions = patterns.map((pattern) => new RegExp(pattern, 'u'));
    const added = series.papers.flatMap((one) => addedOf(one, field, expressions) ?? []);
    return added.flatMap((one, at) => {
      const next = added[at + 1];
      return next === undefined ? [] : compare([one, next], rules, context);
    });
  });
}

/** A total that is less than the month's own amount was not read right. */
function addedOf(one: MonthPaper, field: string, expressions: readonly RegExp[]): Added | undefined {
  const amount = one.paper.record.fields[field];
  if (typeof amount !== 'number') return undefined;
  for (const expression of expressions) {
    for (const line of readingOf(one.paper).lines) {
      const match = expression.exec(line);
      const total = match === null ? undefined : findAmounts(line.slice(match.index + match[0].length))[0];
      if (total !== undefined && total >= amount) return { ...one, amount, total };
    }
  }
  return undefined;
}

function compare(
  [one, next]: readonly [Added, Added],
  rules: MonthlyRules,
  { relations }: SeriesContext,
): CrossFinding[] {
  if (one.month.slice(0, 4) !== next.month.slice(0, 4) || one.month === next.month) return [];
  const says = next.total < one.total ? rules.falls : rules.doesNotAddUp;
  if (says === rules.doesNotAddUp && addsUp(one, next, rules)) return [];
  const values = {
    first: relations.names.of(one.paper),
    second: relations.names.of(next.paper),
    before: printed(one.total),
    after: printed(next.total),
    month: printed(next.amount),
  };
  const rule = `${rules.id}-${says === rules.falls ? 'total-falls' : 'total-does-not-add-up'}`;
  return [findingOf({ kind: 'series', rule }, says, { values, papers: [next.paper, one.paper] })];
}

/** Of months that follow each other only: what lies between others is not known. */
function addsUp(one: Added, next: Added, { tolerance }: MonthlyRules): boolean {
  if (nextMonth(one.month) !== next.month) return true;
  return Math.abs(one.total + next.amount - next.total) <= tolerance * next.total;
}

function printed(amount: number): string {
  return amount.toFixed(2).replace('.', ',');
}
