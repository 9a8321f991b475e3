import type { ContradictionOf } from '#definitions/casework/contradictions.schema.ts';
import type { CasePaper } from '#domain/case-paper.ts';
import type { DateRole } from '#domain/findings.ts';
import { plain, type Said } from './said.ts';

/** Where each paper says that the person lived, and in which months. */
export function readPlaces(papers: readonly CasePaper[], check: ContradictionOf<'places'>): Said[] {
  const expression = new RegExp(check.postcode, 'u');
  return papers.flatMap((paper): Said[] => {
    const { record } = paper;
    const inFields = check.fields.map((field) => String(record.fields[field] ?? ''));
    const byIssuer = check.byIssuer.includes(record.type?.id ?? '') ? [record.letterhead?.address ?? ''] : [];
    const postcode = [...inFields, ...byIssuer].flatMap((address) => expression.exec(address)?.[1] ?? [])[0];
    const issued = record.issueDate?.iso ?? null;
    const from = monthOf(paper, 'period-start') ?? issued?.slice(0, 7) ?? null;
    const to = monthOf(paper, 'period-end') ?? issued?.slice(0, 7) ?? null;
    if (postcode === undefined || from === null || to === null || from > to) return [];
    const start = postcode.slice(0, check.figures);
    const area = check.oneArea.findIndex((starts) => starts.includes(start));
    return [{ paper, page: null, value: area < 0 ? start : `area ${area}`, label: plain(postcode), from, to }];
  });
}

/** The month of the only date of a role. */
function monthOf({ record }: CasePaper, role: DateRole): string | undefined {
  const dates = record.dates.filter((date) => date.role === role && date.iso.length >= 'YYYY-MM'.length);
  return dates.length === 1 ? dates[0]?.iso.slice(0, 7) : undefined;
}
