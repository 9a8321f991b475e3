import type { ClockRule } from '#definitions/casework/clocks.schema.ts';
import type { Bilingual } from '#domain/findings.ts';
import { writeDate } from '../calendar/write-date.ts';
import { fillSentence } from '../fill-sentence.ts';
import type { Start } from './find-start.ts';
import { type ClockContext, countEnd, type PossibleEnd, possibleEnds } from './possible-ends.ts';
import type { SortedPaper } from './sort-papers.ts';

/** The last days of a clock, and what makes them uncertain. */
export interface FoundEnds {
  /** Earliest first. */
  readonly ends: readonly PossibleEnd[];
  /** Any of these leaves the clock unclear. */
  readonly doubts: readonly Bilingual[];
  readonly notes: readonly Bilingual[];
}

/** Every end of a rule's clock, also those that papers issued while it ran may have given it. */
export function findEnds(
  sorted: SortedPaper,
  start: Start | undefined,
  rule: ClockRule,
  context: ClockContext,
): FoundEnds {
  const { noStart, unsureType } = context.clocks.sentences;
  const ofType = sorted.isSure ? [] : [unsureType];
  if (start === undefined) return { ends: [], doubts: [noStart, ...ofType], notes: [] };
  const { ends, notes, isPrinted } = possibleEnds(sorted, start, rule, context);
  const stops = interruptions({ sorted, start, ends }, rule, context);
  const messages = (isDoubt: boolean): Bilingual[] =>
    stops.filter((one) => one.isDoubt === isDoubt).map(({ message }) => message);
  return {
    ends: [...ends, ...stops.flatMap((stop) => stop.ends)].sort((a, b) => (a.iso < b.iso ? -1 : 1)),
    doubts: [...(isPrinted ? [] : start.doubts), ...ofType, ...messages(true)],
    notes: [...notes, ...messages(false)],
  };
}

interface Interruption {
  readonly message: Bilingual;
  readonly isDoubt: boolean;
  readonly ends: readonly PossibleEnd[];
}

/** What papers issued between the start and the last end did to the clock: the first of each sort. */
function interruptions(
  {
    sorted,
    start,
    ends,
  }: { readonly sorted: SortedPaper; readonly start: Start; readonly ends: readonly PossibleEnd[] },
  rule: ClockRule,
  context: ClockContext,
): Interruption[] {
  const [first] = ends;
  const last = ends.at(-1);
  if (first === undefined || last === undefined) return [];
  return rule.interruptedBy.flatMap(({ kinds, message, isDoubt, ends: more }) => {
    const [on] = context.papers
      .filter(({ kind, paper }) => kinds.includes(kind) && paper.key !== sorted.paper.key)
      .map(({ paper }) => paper.record.issueDate?.iso ?? '')
      .filter((iso) => iso.length === 10 && iso >= start.iso && iso <= last.iso)
      .sort();
    if (on === undefined) return [];
    const values = { on: writeDate(on), due: writeDate(first.iso) };
    return [
      { message: fillSentence(message, values), isDoubt, ends: more.map((end) => countEnd(end, on, rule, context)) },
    ];
  });
}
