import type { ContradictionOf } from '#definitions/casework/contradictions.schema.ts';
import type { CaseInput, CasePaper } from '#domain/case-paper.ts';
import { printedDate } from '../../relations/call-paper.ts';
import { plain, type Said } from './said.ts';

/** The date of a role that each paper gives, when it gives one only, and the one that the organisation gives. */
export function readDates(
  papers: readonly CasePaper[],
  check: ContradictionOf<'dates'>,
  facts: CaseInput['facts'],
): Said[] {
  const given = check.fact === undefined ? undefined : facts[check.fact];
  const said = papers.flatMap((paper): Said[] => {
    const dates = paper.record.dates.filter(
      ({ role, confidence }) => check.roles.includes(role) && confidence >= check.leastConfidence,
    );
    const [date] = dates;
    if (date === undefined || dates.some(({ iso }) => !areCompatible(iso, date.iso))) return [];
    return [{ paper, page: date.page, ...saidDate(date.iso) }];
  });
  return given === undefined ? said : [{ paper: undefined, page: null, ...saidDate(given) }, ...said];
}

function saidDate(iso: string) {
  return { value: iso, label: plain(printedDate(iso)), from: null, to: null };
}

/** A year and a day of that year say the same. */
export function areCompatible(one: string, other: string): boolean {
  return one.startsWith(other) || other.startsWith(one);
}
