import type { YearlyRules } from '#definitions/casework/series.schema.ts';
import type { CrossFinding } from '#domain/case-judgement.ts';
import type { CasePaper } from '#domain/case-paper.ts';
import { findingOf, type SeriesContext } from './series-context.ts';

/** Whether the paper of the year in force is there, and which years lack since the first one (or since the entry, when it is given). */
export function judgeYearly(rules: YearlyRules, context: SeriesContext): CrossFinding[] {
  const { input, relations } = context;
  const papers = context.papers.filter(({ record }) => record.type?.id === rules.type);
  const dated = papers.flatMap((paper) => {
    const year = yearOf(paper, rules);
    return year === undefined ? [] : [{ paper, year }];
  });
  const unread = papers
    .filter((paper) => yearOf(paper, rules) === undefined)
    .map((paper) =>
      findingOf(ruleOf(rules, 'unread'), rules.unread, {
        values: { paper: relations.names.of(paper) },
        papers: [paper],
      }),
    );
  const latest = dated.toSorted((a, b) => b.year - a.year)[0];
  if (latest === undefined) return unread;
  const inForce = yearInForce(input.asOf, rules);
  const years = missingYears(new Set(dated.map(({ year }) => year)), { inForce, entry: input.facts.entry }, rules);
  const values = { paper: relations.names.of(latest.paper), latest: latest.year, inForce };
  const old = findingOf(ruleOf(rules, 'old'), rules.old, { values, papers: [latest.paper] });
  const missing = findingOf(ruleOf(rules, 'missing'), rules.missing, {
    values: { years: relations.names.list(years.map(String)) },
    papers: dated.map(({ paper }) => paper),
  });
  // Where the unread paper may be the one in force, its own sentence is enough.
  return [
    ...unread,
    ...(latest.year < inForce && unread.length === 0 ? [old] : []),
    ...(years.length > 0 && unread.length === 0 ? [missing] : []),
  ];
}

function ruleOf({ id }: YearlyRules, name: string): Pick<CrossFinding, 'kind' | 'rule'> {
  return { kind: 'tax-year', rule: `${id}-${name}` };
}

function yearOf({ record }: CasePaper, { year }: YearlyRules): number | undefined {
  const value = record.fields[year];
  return typeof value === 'number' ? value : undefined;
}

/** The year before that of the day, or the one before it while the paper has not come out yet. */
function yearInForce(asOf: string, { outFrom }: YearlyRules): number {
  return Number(asOf.slice(0, 4)) - (asOf.slice(5) >= outFrom ? 1 : 2);
}

/** Years before the one in force that lack; of that one another sentence tells. */
function missingYears(
  have: ReadonlySet<number>,
  { inForce, entry }: { readonly inForce: number; readonly entry: string | undefined },
  { mostYears }: YearlyRules,
): number[] {
  const first = entry === undefined ? Math.min(...have) : Number(entry.slice(0, 4));
  const from = Math.max(first, inForce - mostYears + 1);
  const years = Array.from({ length: Math.max(0, inForce - from) }, (_none, at) => from + at);
  return years.filter((year) => !have.has(year));
}
