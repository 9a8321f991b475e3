import type { ClockRule, ClockRules } from '#definitions/casework/clocks.schema.ts';
import type { Clock } from '#domain/case-judgement.ts';
import type { CaseInput } from '#domain/case-paper.ts';
import { type CalendarRules, createPrefectureCalendar } from '../calendar/prefecture-calendar.ts';
import { inOrder } from '../in-order.ts';
import { findPrefecture } from './find-prefecture.ts';
import { findStart, type Start } from './find-start.ts';
import type { ClockContext } from './possible-ends.ts';
import { readClock } from './read-clock.ts';
import { type SortedPaper, sortPapers } from './sort-papers.ts';

/** What clocks are judged by: `case/clocks.yaml`, `case/departements.yaml`, `case/holidays.yaml`. */
export interface ClockKnowledge extends CalendarRules {
  readonly clocks: ClockRules;
}

/**
 * Every deadline of a case, the earliest last day first, then those of which none is known, then those that are settled. Pure: the day is `asOf`, the
 * calendar that of the prefecture. Copies start nothing; two scans of one letter start one clock.
 */
export function judgeClocks(input: CaseInput, { clocks, departements, holidays }: ClockKnowledge): Clock[] {
  const context: ClockContext = {
    clocks,
    asOf: input.asOf,
    calendar: createPrefectureCalendar(findPrefecture(input, departements), { departements, holidays }),
    papers: sortPapers(inOrder(input.papers), clocks),
  };
  const all = clocks.rules.flatMap((rule) =>
    startsOf(rule, context).map(({ sorted, start }) => readClock(sorted, start, rule, context)),
  );
  return all.filter((clock, index) => all.findIndex((one) => isSameClock(one, clock)) === index).sort(byUrgency);
}

/** The papers that start a rule's clocks, with the day each starts on. */
function startsOf(
  { starts }: ClockRule,
  context: ClockContext,
): { readonly sorted: SortedPaper; readonly start: Start | undefined }[] {
  const found = context.papers
    .filter(({ kind }) => starts.kinds.includes(kind))
    .map((sorted) => ({ sorted, start: findStart(sorted, starts.dates, context) }));
  if (starts.which === 'each') return found;
  const dayOf = ({ start }: { readonly start: Start | undefined }): string => start?.iso ?? '';
  const dated = found.filter((one) => dayOf(one) !== '').sort((a, b) => (dayOf(a) < dayOf(b) ? -1 : 1));
  const chosen = dated.at(starts.which === 'first' ? 0 : -1) ?? found[0];
  return chosen === undefined ? [] : [chosen];
}

function isSameClock(a: Clock, b: Clock): boolean {
  if (a === b) return true;
  return a.rule === b.rule && a.from !== null && a.from.iso === b.from?.iso && a.due === b.due;
}

/** Open clocks by their last day, then those without one, then those that are settled; as the rules stand within a day. */
function byUrgency(a: Clock, b: Clock): number {
  const [first, second] = [urgency(a), urgency(b)];
  if (first === second) return 0;
  return first < second ? -1 : 1;
}

function urgency({ state, due }: Clock): string {
  if (state === 'done') return `3 ${due ?? ''}`;
  return due === null ? '2' : `1 ${due}`;
}
