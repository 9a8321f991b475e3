import type { ClockEnd, ClockRule, ClockRules } from '#definitions/casework/clocks.schema.ts';
import { wordPattern } from '#definitions/casework/pattern.ts';
import type { Bilingual } from '#domain/findings.ts';
import { firstDay, lastDay } from '#text/calendar-days.ts';
import { foldText } from '#text/fold-text.ts';
import { addSpan, daysUntil } from '../calendar/add-span.ts';
import { endOfDelay } from '../calendar/end-of-delay.ts';
import type { PrefectureCalendar } from '../calendar/prefecture-calendar.ts';
import { fillSentence } from '../fill-sentence.ts';
import { findStart, type Start } from './find-start.ts';
import { findDelay } from './read-delay.ts';
import type { SortedPaper } from './sort-papers.ts';

/** What clocks are counted with. */
export interface ClockContext {
  readonly clocks: ClockRules;
  readonly calendar: PrefectureCalendar;
  /** ISO day of the judgement. */
  readonly asOf: string;
  /** All papers of the case that are of some kind. */
  readonly papers: readonly SortedPaper[];
}

/** A last day that is possible. */
export interface PossibleEnd {
  readonly iso: string;
  readonly label: Bilingual;
  readonly source: string;
  /** From when on it may be over. */
  readonly opens: string | null;
}

/** The ends that are possible, and what is said of how they were found. */
export interface PossibleEnds {
  readonly ends: readonly PossibleEnd[];
  readonly notes: readonly Bilingual[];
  /** The last day itself is printed: from when it is counted does not matter. */
  readonly isPrinted: boolean;
}

/** The end that the paper prints, else those that the rule gives: all in force, or of these the ones that apply by what the papers say. */
export function possibleEnds(sorted: SortedPaper, start: Start, rule: ClockRule, context: ClockContext): PossibleEnds {
  return (
    printedDay(sorted, start, rule, context) ??
    printedDelay(sorted, start, rule, context) ??
    byRule(sorted, start, rule, context)
  );
}

function printedDay(
  sorted: SortedPaper,
  start: Start,
  rule: ClockRule,
  context: ClockContext,
): PossibleEnds | undefined {
  const { printed, label, source } = rule;
  if (printed === undefined) return undefined;
  const day = findStart(sorted, printed.days, context);
  if (day === undefined || day.doubts.length > 0) return undefined;
  const days = daysUntil(start.iso, day.iso);
  if (days < 0 || days > printed.withinDays) return undefined;
  return { ends: [{ iso: day.iso, label, source, opens: null }], notes: [], isPrinted: true };
}

function printedDelay(
  sorted: SortedPaper,
  start: Start,
  rule: ClockRule,
  context: ClockContext,
): PossibleEnds | undefined {
  const { printed, label, source } = rule;
  if (printed === undefined) return undefined;
  const { delays, sentences } = context.clocks;
  const fields = printed.fields
    .map((field) => sorted.paper.record.fields[field])
    .filter((value) => typeof value === 'string');
  const delay =
    findDelay(sorted.folded, printed.patterns, delays) ?? findDelay(foldText(fields.join(' ; ')), ['{delay}'], delays);
  if (delay === undefined) return undefined;
  const [usual] = rule.ends;
  const counted = {
    workingDays: 0,
    isFranc: usual?.isFranc ?? false,
    isProlonged: usual?.isProlonged ?? false,
    span: delay.span,
  };
  return {
    ends: [{ iso: endOfDelay(start.iso, counted, context.calendar), label, source, opens: null }],
    notes: [fillSentence(sentences.printedDelay, { delay: delay.words })],
    isPrinted: false,
  };
}

function byRule(sorted: SortedPaper, start: Start, rule: ClockRule, context: ClockContext): PossibleEnds {
  const decided = sorted.paper.record.issueDate?.iso ?? start.iso;
  const inForce = rule.ends.filter((end) => isInForce(end, decided, context.calendar));
  const said = inForce.filter(({ says }) => says.some((pattern) => wordPattern(pattern).test(sorted.folded)));
  const own = said.length > 0 ? said : inForce.filter(({ isOnlyIfSaid }) => !isOnlyIfSaid);
  const others = inForce
    .filter((end) => !own.includes(end))
    .flatMap((end) => {
      const from = otherStart(end, sorted, start, context);
      return from === undefined ? [] : [countEnd(end, from, rule, context)];
    });
  const ends = [...own.map((end) => countEnd(end, start.iso, rule, context)), ...others];
  const distinct = ends.filter(({ iso }, index) => ends.findIndex((one) => one.iso === iso) === index);
  return { ends: distinct.sort((a, b) => (a.iso < b.iso ? -1 : 1)), notes: [], isPrinted: false };
}

/** One delay as a last day; it never lies before its start. */
export function countEnd(end: ClockEnd, start: string, rule: ClockRule, { calendar }: ClockContext): PossibleEnd {
  return {
    iso: endOfDelay(start, end, calendar),
    label: end.label,
    source: end.source ?? rule.source,
    opens: end.opens === undefined ? null : addSpan(start, end.opens),
  };
}

function isInForce(
  { since, until, in: within, notIn }: ClockEnd,
  decided: string,
  { places, departement }: PrefectureCalendar,
): boolean {
  // Of a decision whose day is not printed, the law of every day that it can be of is possible.
  if (since !== undefined && lastDay(decided) < since) return false;
  if (until !== undefined && decided > until) return false;
  // Of an unknown prefecture, everything is possible.
  if (departement === null) return true;
  if (within !== undefined && !within.some((place) => places.has(place))) return false;
  return notIn === undefined || !notIn.some((place) => places.has(place));
}

/**
 * The day on which another paper of the file brought the person under the delay, when one did while this decision could still be challenged. As far as its
 * date is not printed, the earliest that it can be: a delay that became shorter must not be overlooked.
 */
function otherStart(end: ClockEnd, sorted: SortedPaper, start: Start, { papers }: ClockContext): string | undefined {
  const decided = firstDay(sorted.paper.record.issueDate?.iso ?? start.iso);
  const days = papers
    .filter(({ kind, paper }) => end.byOther.includes(kind) && paper.key !== sorted.paper.key)
    .map(({ paper }) => paper.record.issueDate?.iso ?? '')
    .map((iso) => (decided.startsWith(iso) ? decided : firstDay(iso)))
    .filter((iso) => iso >= decided && daysUntil(start.iso, iso) <= end.byOtherDays)
    .map((iso) => (iso < start.iso ? start.iso : iso));
  return days.sort()[0];
}
