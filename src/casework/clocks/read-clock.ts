import type { ClockRule } from '#definitions/casework/clocks.schema.ts';
import type { Clock } from '#domain/case-judgement.ts';
import { addSpan, type Span } from '../calendar/add-span.ts';
import { findEnds } from './find-ends.ts';
import type { Start } from './find-start.ts';
import type { ClockContext } from './possible-ends.ts';
import type { SortedPaper } from './sort-papers.ts';
import { writeClock } from './write-clock.ts';

/** A clock of a rule that a paper starts, as it stands on the day of the judgement. */
export function readClock(
  sorted: SortedPaper,
  start: Start | undefined,
  rule: ClockRule,
  context: ClockContext,
): Clock {
  const found = findEnds(sorted, start, rule, context);
  const [end] = found.ends;
  const issued = sorted.paper.record.issueDate?.iso ?? '';
  const days = {
    due: end?.iso ?? null,
    opens: end === undefined ? null : (end.opens ?? dayBefore(end.iso, rule.opensBefore, issued)),
    actBy: end === undefined ? null : dayBefore(end.iso, rule.actBefore, issued),
  };
  const settledBy = findSettling(sorted, start, rule, context);
  const isUnclear = found.doubts.length > 0 || found.ends.length > 1;
  const state = settledBy === undefined ? stateOf({ ...days, isUnclear }, rule, context.asOf) : 'done';
  const { key } = sorted.paper;
  return {
    rule: rule.id,
    label: rule.label,
    kind: rule.kind,
    state,
    from:
      start === undefined
        ? null
        : { iso: start.printed.iso, paper: key, page: start.printed.page, box: start.printed.box },
    paper: key,
    ...days,
    ends: found.ends.map(({ iso, label, source }) => ({ iso, label, source })),
    zone: context.calendar.zone,
    doneBy: settledBy?.paper.key ?? null,
    source: found.ends.length === 1 ? (end?.source ?? rule.source) : rule.source,
    message: writeClock({ ...days, state, found, start, settledBy }, rule, context),
  };
}

/** A day so long before the end, and not before the paper was issued. */
function dayBefore(end: string, span: Span | undefined, issued: string): string | null {
  if (span === undefined) return null;
  const day = addSpan(end, span, -1);
  return issued.length === 10 && issued > day && issued <= end ? issued : day;
}

function stateOf(
  {
    due,
    actBy,
    isUnclear,
  }: { readonly due: string | null; readonly actBy: string | null; readonly isUnclear: boolean },
  { whenPassed, soonBefore }: ClockRule,
  asOf: string,
): Clock['state'] {
  if (due === null || isUnclear) return 'unclear';
  if (asOf > due) return whenPassed;
  return asOf >= addSpan(actBy ?? due, soonBefore, -1) ? 'soon' : 'running';
}

/** The first paper that ends the clock: of one of the rule's kinds, issued no earlier than the paper that started it. */
function findSettling(
  sorted: SortedPaper,
  start: Start | undefined,
  { doneBy }: ClockRule,
  { papers }: ClockContext,
): SortedPaper | undefined {
  const since = sorted.paper.record.issueDate?.iso ?? start?.printed.iso;
  if (since === undefined) return undefined;
  const issued = ({ paper }: SortedPaper): string => paper.record.issueDate?.iso ?? '';
  return papers
    .filter((one) => doneBy.includes(one.kind) && one.isSure && one.paper.key !== sorted.paper.key)
    .filter((one) => issued(one).length === 10 && issued(one) >= since)
    .sort((a, b) => (issued(a) < issued(b) ? -1 : 1))[0];
}
