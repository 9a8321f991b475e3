import type { PresenceRules } from '#definitions/casework/presence.schema.ts';
import type { Presence } from '#domain/case-judgement.ts';
import { writeDate } from '../calendar/write-date.ts';
import { fillSentence } from '../fill-sentence.ts';

type Month = Presence['months'][number];

/** Runs of months without a paper, and of months with thin ones only, that are long enough to be said, in their order. */
export function findStretches(months: readonly Month[], rules: PresenceRules): Presence['stretches'] {
  return runsOf(months).flatMap((run) => {
    const [first] = run;
    const last = run.at(-1);
    if (first === undefined || last === undefined || first.state === 'proven') return [];
    const { state } = first;
    if (run.length < (state === 'empty' ? rules.emptyFrom : rules.thinFrom)) return [];
    const sentence = state === 'empty' ? rules.sentences.emptyStretch : rules.sentences.thinStretch;
    const values = { count: run.length, from: writeDate(first.month), to: writeDate(last.month) };
    const papers = [...new Set(run.flatMap((month) => month.papers))];
    const because = { rule: `${state}-stretch`, message: fillSentence(sentence, values), papers };
    return [{ from: first.month, to: last.month, state, because }];
  });
}

/** Neighbouring months of one state. */
function runsOf(months: readonly Month[]): Month[][] {
  const runs: Month[][] = [];
  for (const month of months) {
    const run = runs.at(-1);
    if (run?.[0]?.state === month.state) run.push(month);
    else runs.push([month]);
  }
  return runs;
}
