import type { ClockRule } from '#definitions/casework/clocks.schema.ts';
import type { Clock } from '#domain/case-judgement.ts';
import type { Bilingual } from '#domain/findings.ts';
import { daysUntil } from '../calendar/add-span.ts';
import { writeDate } from '../calendar/write-date.ts';
import { type Filling, fillSentence } from '../fill-sentence.ts';
import type { FoundEnds } from './find-ends.ts';
import type { Start } from './find-start.ts';
import type { ClockContext } from './possible-ends.ts';
import type { SortedPaper } from './sort-papers.ts';

/** What there is to say of a clock. */
interface ClockFacts extends Pick<Clock, 'state' | 'due' | 'opens' | 'actBy'> {
  readonly found: FoundEnds;
  readonly start: Start | undefined;
  readonly settledBy: SortedPaper | undefined;
}

/** The sentences of a clock: how it stands, why that is not certain, what to do. */
export function writeClock(facts: ClockFacts, rule: ClockRule, context: ClockContext): Bilingual {
  const { state, found } = facts;
  const values = fillings(facts, context);
  const own = { ...context.clocks.sentences, ...rule.sentences };
  const standing = state === 'unclear' && facts.due === null ? own.noEnd : own[state];
  const { advice } = rule;
  const parts =
    state === 'done'
      ? [facts.settledBy === undefined ? own.lapsed : standing]
      : [
          standing,
          ...earliestPassed(facts, rule, context),
          ...found.doubts,
          ...severalEnds(found, context),
          ...found.notes,
          ...elsewhere(rule, context),
          advice[state],
          advice.always,
        ];
  return joined(parts.filter((part) => part !== undefined).map((part) => fillSentence(part, values)));
}

/** An earliest end that has passed is not the end. */
function earliestPassed({ state, due }: ClockFacts, { kind }: ClockRule, { asOf, clocks }: ClockContext): Bilingual[] {
  return state === 'unclear' && kind === 'deadline' && due !== null && due < asOf
    ? [clocks.sentences.earliestPassed]
    : [];
}

function fillings({ due, opens, actBy, start, settledBy }: ClockFacts, context: ClockContext): Record<string, Filling> {
  const { kinds } = context.clocks;
  const settling = settledBy?.paper.record.issueDate?.iso;
  const days = { due, opens, actBy, from: start?.printed.iso ?? null, on: settling ?? null };
  const dates = Object.entries(days).flatMap(([name, iso]) => (iso === null ? [] : [[name, writeDate(iso)] as const]));
  return {
    ...Object.fromEntries(dates),
    ...(due === null ? {} : { remaining: remaining(context, due) }),
    ...(settledBy === undefined ? {} : { by: kinds.find(({ id }) => id === settledBy.kind)?.label ?? settledBy.kind }),
  };
}

/** How far a day is from the day of the judgement, in words. */
function remaining({ asOf, clocks }: ClockContext, day: string): Bilingual {
  const { today, tomorrow, ahead, yesterday, past } = clocks.sentences.remaining;
  const days = daysUntil(asOf, day);
  if (days === 0) return today;
  if (Math.abs(days) === 1) return days > 0 ? tomorrow : yesterday;
  return fillSentence(days > 0 ? ahead : past, { days: Math.abs(days) });
}

/** The possible ends, when there are several. */
function severalEnds({ ends }: FoundEnds, { clocks }: ClockContext): Bilingual[] {
  if (ends.length < 2) return [];
  const { end, severalEnds: sentence } = clocks.sentences;
  const each = ends.map(({ label, iso, source }) => fillSentence(end, { label, date: writeDate(iso), source }));
  return [fillSentence(sentence, { ends: joined(each, ' ; ', '; ') })];
}

/** Said of deadlines where the day ends at another hour than in most of the country. */
function elsewhere({ kind }: ClockRule, { calendar, clocks }: ClockContext): Bilingual[] {
  return kind === 'deadline' && calendar.isElsewhere
    ? [fillSentence(clocks.sentences.elsewhere, { zone: calendar.name ?? calendar.zone })]
    : [];
}

function joined(parts: readonly Bilingual[], french = ' ', english = french): Bilingual {
  return { fr: parts.map(({ fr }) => fr).join(french), en: parts.map(({ en }) => en).join(english) };
}
