import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { addSpan, daysUntil, NO_SPAN } from '#casework/calendar/add-span.ts';
import { easterSunday } from '#casework/calendar/easter-sunday.ts';
import { endOfDelay } from '#casework/calendar/end-of-delay.ts';
import { type CalendarRules, createPrefectureCalendar } from '#casework/calendar/prefecture-calendar.ts';
import { shiftDay } from '#text/calendar-days.ts';
import { caseKnowledge } from '../case-knowledge.ts';

let rules: CalendarRules;
beforeAll(async () => {
  rules = await caseKnowledge();
});

const aDay = fc.integer({ min: 0, max: 60_000 }).map((days) => addSpan('1970-01-01', { ...NO_SPAN, days }));
const aPlace = fc.constantFrom(null, '75', '67', '57', '971', '972', '973', '974', '976', '2B', '987', '988');
const aDelay = fc.record({
  span: fc.record({ months: fc.nat(24), days: fc.nat(400), hours: fc.nat(72) }),
  workingDays: fc.constantFrom(0, 0, 0, 1, 10),
  isFranc: fc.boolean(),
  isProlonged: fc.boolean(),
});

describe('whatever the delay', () => {
  it('never ends before it starts, and a prolonged one never on a day of rest', () => {
    fc.assert(
      fc.property(aDay, aDelay, aPlace, (start, delay, place) => {
        const calendar = createPrefectureCalendar(place, rules);
        const end = endOfDelay(start, delay, calendar);
        expect(end >= start).toBe(true);
        if (delay.isProlonged) expect(calendar.isWorkingDay(end)).toBe(true);
      }),
    );
  });

  it('ends later the later it starts, and no earlier for being franc or prolonged', () => {
    fc.assert(
      fc.property(aDay, fc.nat(40), aDelay, aPlace, (start, more, delay, place) => {
        const calendar = createPrefectureCalendar(place, rules);
        const end = endOfDelay(start, delay, calendar);
        expect(endOfDelay(addSpan(start, { ...NO_SPAN, days: more }), delay, calendar) >= end).toBe(true);
        expect(end >= endOfDelay(start, { ...delay, isFranc: false, isProlonged: false }, calendar)).toBe(true);
      }),
    );
  });

  it('counts months as the readers of dates do', () => {
    fc.assert(
      fc.property(aDay, fc.nat(60), (start, months) => {
        expect(addSpan(start, { ...NO_SPAN, months })).toBe(shiftDay(start, { months, days: 0 }));
      }),
    );
  });
});

describe('Easter', () => {
  it('is a Sunday between 22 March and 25 April', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1583, max: 4000 }), (year) => {
        const day = easterSunday(year);
        expect(day >= `${year}-03-22` && day <= `${year}-04-25`).toBe(true);
        // 6 January 1583 was a Thursday, 9 January a Sunday.
        expect(daysUntil('1583-01-09', day) % 7).toBe(0);
      }),
    );
  });
});
