import { wordPattern } from '#definitions/casework/pattern.ts';
import type { RequestRules } from '#definitions/casework/requests.schema.ts';
import { readingOf } from '../paper-reading.ts';
import type { RequestContext } from './request-context.ts';

/** Whether a paper is one that this client can have: nobody is asked for the school of children of whom no paper speaks, or for work at seventy-eight. */
export function concernsClient(
  { onlyIf, untilAge }: Pick<RequestRules['papers'][number], 'onlyIf' | 'untilAge'>,
  { papers, facts, asOf }: Pick<RequestContext, 'papers' | 'facts' | 'asOf'>,
): boolean {
  if (untilAge !== undefined && facts.birth !== undefined && ageOn(facts.birth, asOf) >= untilAge) return false;
  if (onlyIf === undefined) return true;
  const patterns = onlyIf.says.map(wordPattern);
  return papers
    .filter(({ record }) => !onlyIf.notIn.includes(record.type?.id ?? ''))
    .some((paper) => patterns.some((pattern) => pattern.test(readingOf(paper).text)));
}

/** Whole years between two ISO days. */
function ageOn(birth: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(birth.slice(0, 4));
  return day.slice(5) < birth.slice(5) ? years - 1 : years;
}
