import type { ContradictionOf } from '#definitions/casework/contradictions.schema.ts';
import type { CrossFinding } from '#domain/case-judgement.ts';
import type { CasePaper } from '#domain/case-paper.ts';
import { shiftDay } from '#text/calendar-days.ts';
import { readingOf } from '../../paper-reading.ts';
import { findingOf, type SeriesContext } from '../series-context.ts';

/** Papers that claim what others of the same months speak against. */
export function findClaims(
  papers: readonly CasePaper[],
  check: ContradictionOf<'claim'>,
  { relations, papers: all }: SeriesContext,
): CrossFinding[] {
  const expressions = check.patterns.map((pattern) => new RegExp(pattern, 'u'));
  const against = all.filter(({ record }) => check.against.types.includes(record.type?.id ?? ''));
  return papers.flatMap((paper): CrossFinding[] => {
    const months = claims(paper, check, expressions) ? monthsOf(paper, check) : undefined;
    if (months === undefined) return [];
    const opposed = against.filter(({ record }) => {
      const period = record.fields[check.against.period];
      return typeof period === 'string' && period.slice(0, 7) >= months.from && period.slice(0, 7) <= months.to;
    });
    if (opposed.length === 0) return [];
    const values = {
      claim: relations.names.of(paper),
      papers: relations.names.list(opposed.map((other) => relations.names.of(other))),
    };
    return [findingOf({ kind: 'contradiction', rule: check.id }, check, { values, papers: [paper, ...opposed] })];
  });
}

function claims(paper: CasePaper, { field }: ContradictionOf<'claim'>, expressions: readonly RegExp[]): boolean {
  const value = field === undefined ? undefined : paper.record.fields[field.name];
  if (field !== undefined && typeof value === 'number' && value <= field.atMost) return true;
  return expressions.some((expression) => expression.test(readingOf(paper).text));
}

/** The months a claim speaks of: those of its year, else around its issue; undefined when neither is known. */
function monthsOf(
  { record }: CasePaper,
  { yearField, aroundMonths }: ContradictionOf<'claim'>,
): { from: string; to: string } | undefined {
  const year = yearField === undefined ? undefined : record.fields[yearField];
  if (typeof year === 'number') return { from: `${year}-01`, to: `${year}-12` };
  const issued = record.issueDate?.iso;
  if (yearField !== undefined || issued === undefined || issued.length < 'YYYY-MM'.length) return undefined;
  const month = (months: number): string => shiftDay(`${issued.slice(0, 7)}-01`, { months, days: 0 }).slice(0, 7);
  return { from: month(-aroundMonths), to: month(aroundMonths) };
}
