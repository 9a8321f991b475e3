import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addSpan, NO_SPAN } from '#casework/calendar/add-span.ts';
import { toCalendar } from '#casework/clocks/to-calendar.ts';
import type { PaperOutline } from '../outline-paper.ts';
import { clocksOf, notified, PAPERS } from './clock-of.ts';

const aDay = fc.integer({ min: 0, max: 1500 }).map((days) => addSpan('2024-01-01', { ...NO_SPAN, days }));

/** Papers on which delays run from a day, with that day known or not. */
const aLetter = fc
  .record({
    paper: fc.constantFrom<PaperOutline>(
      PAPERS.request,
      PAPERS.refusal,
      PAPERS.removal,
      PAPERS.removalOfAMonth,
      PAPERS.houseArrest,
      PAPERS.deposit,
    ),
    issued: aDay,
    later: fc.option(fc.nat(20)),
    confidence: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ paper, issued, later, confidence }): PaperOutline => {
    const dated = { ...paper, issued, issuedConfidence: confidence };
    return later === null ? dated : notified(dated, addSpan(issued, { ...NO_SPAN, days: later }));
  });
/** Papers that carry their own end. */
const anExpiring = fc.record({ issued: aDay, lasts: fc.nat(800) }).map(
  ({ issued, lasts }): PaperOutline => ({
    type: 'passport',
    issued,
    fields: { expiry: addSpan(issued, { ...NO_SPAN, days: lasts }) },
  }),
);
const aCase = fc.array(fc.oneof(aLetter, anExpiring), { maxLength: 6 });
const aPlace = fc.constantFrom(undefined, '75', '67', '973', '974', '976', '2A');

describe('whatever the papers', () => {
  it('no clock is due before its start, nor to be acted on after its end, and doubt is never called certain', () => {
    fc.assert(
      fc.property(aCase, aDay, aPlace, (papers, asOf, place) => {
        const clocks = clocksOf(asOf, papers, place === undefined ? {} : { departement: place });
        for (const clock of clocks) {
          const days = clock.ends.map(({ iso }) => iso);
          expect(days).toEqual(days.toSorted());
          expect(clock.due).toBe(days[0] ?? null);
          if (clock.from !== null && clock.due !== null) expect(clock.due >= clock.from.iso).toBe(true);
          for (const day of [clock.opens, clock.actBy])
            if (day !== null) expect(clock.due !== null && day <= clock.due).toBe(true);
          if (days.length !== 1) expect(['unclear', 'done']).toContain(clock.state);
          if (clock.state === 'lapsed') expect(clock.due !== null && clock.due < asOf).toBe(true);
          if (clock.state === 'running') expect(clock.due !== null && clock.due >= asOf).toBe(true);
          // No sentence shows a name for which there was nothing to say.
          expect(`${clock.message.fr} ${clock.message.en}`).not.toMatch(/[{}]|undefined|null/);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('the same papers in another order give the same clocks and the same calendar', () => {
    fc.assert(
      fc.property(aCase, aDay, (papers, asOf) => {
        const keyed = papers.map((paper, index) => ({ ...paper, key: `k${index}` }));
        const clocks = clocksOf(asOf, keyed);
        const order = { case: 'A', asOf, language: 'fr' } as const;
        expect(clocksOf(asOf, keyed.toReversed())).toEqual(clocks);
        expect(toCalendar({ ...order, clocks: clocks.toReversed() })).toBe(toCalendar({ ...order, clocks }));
      }),
      { numRuns: 60 },
    );
  });

  it('a deadline known with certainty does not move as days pass', () => {
    fc.assert(
      fc.property(aLetter, aDay, aDay, (paper, one, other) => {
        const certain = (asOf: string) =>
          clocksOf(asOf, [paper]).filter(({ kind, state }) => kind === 'deadline' && state !== 'unclear');
        for (const clock of certain(one)) {
          const again = certain(other).find(({ rule }) => rule === clock.rule);
          if (again !== undefined) expect(again.due).toBe(clock.due);
        }
      }),
      { numRuns: 60 },
    );
  });
});
