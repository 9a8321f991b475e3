import { beforeAll, describe, expect, it } from 'vitest';
import { addSpan, NO_SPAN } from '#casework/calendar/add-span.ts';
import { dayAt } from '#casework/calendar/day-at.ts';
import { easterSunday } from '#casework/calendar/easter-sunday.ts';
import { endOfDelay } from '#casework/calendar/end-of-delay.ts';
import { type CalendarRules, createPrefectureCalendar } from '#casework/calendar/prefecture-calendar.ts';
import { writeDate } from '#casework/calendar/write-date.ts';
import { caseKnowledge } from '../case-knowledge.ts';

let rules: CalendarRules;
beforeAll(async () => {
  rules = await caseKnowledge();
});

const months = (count: number) => ({ ...NO_SPAN, months: count });
const days = (count: number) => ({ ...NO_SPAN, days: count });
const delay = (span: Partial<typeof NO_SPAN>, how: { isFranc?: boolean; isProlonged?: boolean; workingDays?: number } = {}) => ({
  span: { ...NO_SPAN, ...span }, workingDays: 0, isFranc: false, isProlonged: false, ...how,
}); // biome-ignore format: short keys in rows

describe('adding months', () => {
  it('ends on the day of the same number', () => expect(addSpan('2026-10-05', months(2))).toBe('2026-12-05'));
  it('ends on the last day of a month that has no such day', () => {
    expect(addSpan('2026-01-31', months(1))).toBe('2026-02-28');
    expect(addSpan('2027-08-31', months(6))).toBe('2028-02-29');
    expect(addSpan('2028-02-29', months(12))).toBe('2029-02-28');
  });
  it('goes over the turn of the year, both ways', () => {
    expect(addSpan('2026-11-30', months(3))).toBe('2027-02-28');
    expect(addSpan('2027-01-31', months(2), -1)).toBe('2026-11-30');
  });
  it('counts hours by the day they end on', () =>
    expect(addSpan('2026-12-31', { ...NO_SPAN, hours: 48 })).toBe('2027-01-02'));
  it('refuses a day that never was', () => expect(() => addSpan('2026-02-30', days(1))).toThrow(RangeError));
});

describe('Easter Sunday', () => {
  it.each([
    [1961, '1961-04-02'], [2000, '2000-04-23'], [2008, '2008-03-23'], [2011, '2011-04-24'], [2024, '2024-03-31'],
    [2026, '2026-04-05'], [2027, '2027-03-28'], [2038, '2038-04-25'], [2285, '2285-03-22'],
  ])('of %i is %s', (year, day) => expect(easterSunday(year)).toBe(day)); // biome-ignore format: a table reads better in rows
});

describe('the calendar of a prefecture', () => {
  const isWorking = (departement: string | null, day: string) =>
    createPrefectureCalendar(departement, rules).isWorkingDay(day);

  it('rests on the holidays of the whole country', () => {
    for (const day of [
      '2026-01-01',
      '2026-04-06',
      '2026-05-01',
      '2026-05-08',
      '2026-05-14',
      '2026-05-25',
      '2026-07-14',
      '2026-11-11',
      '2026-12-25',
    ]) {
      expect(isWorking(null, day), day).toBe(false);
    }
    expect(isWorking('75', '2026-04-07')).toBe(true);
    expect(isWorking('75', '2026-04-04')).toBe(false);
  });
  it('knows Good Friday and the second day of Christmas in Alsace and Moselle only', () => {
    for (const departement of ['57', '67', '68']) {
      expect(isWorking(departement, '2026-04-03'), departement).toBe(false);
      expect(isWorking(departement, '2025-12-26'), departement).toBe(false);
    }
    expect(isWorking('54', '2026-04-03')).toBe(true);
    expect(isWorking('75', '2025-12-26')).toBe(true);
  });
  it('knows the days of the abolition of slavery overseas', () => {
    expect(isWorking('976', '2026-04-27')).toBe(false);
    expect(isWorking('972', '2026-05-22')).toBe(false);
    expect(isWorking('971', '2026-05-27')).toBe(false);
    expect(isWorking('973', '2026-06-10')).toBe(false);
    expect(isWorking('974', '2027-12-20')).toBe(false);
    expect(isWorking('974', '2026-05-22')).toBe(true);
  });
  it('begins a holiday with the year that made it one', () => {
    expect(isWorking('75', '1981-05-08')).toBe(true);
    expect(isWorking('75', '1984-05-08')).toBe(false);
    expect(isWorking('977', '2012-10-09')).toBe(false);
  });
  it('is called another one only where the clock differs', () => {
    const isElsewhere = (departement: string | null) => createPrefectureCalendar(departement, rules).isElsewhere;
    expect([isElsewhere('75'), isElsewhere(null), isElsewhere('974')]).toEqual([false, false, true]);
  });
  it('ends its day by its own clock', () => {
    const zone = (departement: string | null) => createPrefectureCalendar(departement, rules).zone;
    expect([zone('67'), zone('2A'), zone(null), zone('973'), zone('974'), zone('976'), zone('971'), zone('988')]).toEqual([
      'Europe/Paris', 'Europe/Paris', 'Europe/Paris', 'America/Cayenne', 'Indian/Reunion', 'Indian/Mayotte', 'America/Guadeloupe', 'Pacific/Noumea',
    ]); // biome-ignore format: a table reads better in rows
    expect(createPrefectureCalendar('99', rules).departement).toBeNull();
  });
  it('counts working days over a weekend and a holiday', () => {
    const calendar = createPrefectureCalendar('67', rules);
    expect(calendar.addWorkingDays('2026-04-02', 1)).toBe('2026-04-07');
    expect(createPrefectureCalendar('75', rules).addWorkingDays('2026-04-02', 1)).toBe('2026-04-03');
    expect(calendar.addWorkingDays('2026-12-24', 3)).toBe('2026-12-30');
  });
});

describe('the end of a delay', () => {
  const end = (start: string, how: ReturnType<typeof delay>, departement = '75') =>
    endOfDelay(start, how, createPrefectureCalendar(departement, rules));

  it('does not count the day that starts it', () => expect(end('2026-11-02', delay({ days: 15 }))).toBe('2026-11-17'));
  it('counts working days in place of the span where it is given in working days', () =>
    expect(end('2026-11-06', delay({ days: 90 }, { workingDays: 2 }))).toBe('2026-11-10'));
  it('is a day later when the delay is franc', () => {
    expect(end('2026-01-05', delay({ months: 2 }, { isFranc: true }))).toBe('2026-03-06');
    expect(end('2025-12-31', delay({ months: 2 }, { isFranc: true }))).toBe('2026-03-01');
  });
  it('moves from Easter Monday to the Tuesday', () => {
    // Notified on 6 February 2026: two months end on Easter Monday, 6 April.
    expect(end('2026-02-06', delay({ months: 2 }, { isProlonged: true }))).toBe('2026-04-07');
    expect(end('2026-02-06', delay({ months: 2 }))).toBe('2026-04-06');
  });
  it('moves from Good Friday to the Tuesday after Easter in Strasbourg, and not in Paris', () => {
    const how = delay({ months: 2 }, { isFranc: true, isProlonged: true });
    expect(end('2026-02-02', how, '67')).toBe('2026-04-07');
    expect(end('2026-02-02', how, '75')).toBe('2026-04-03');
  });
  it('moves over a weekend into the new year', () => {
    expect(end('2027-12-01', delay({ months: 1 }, { isProlonged: true }))).toBe('2028-01-03');
  });
  it('stays where it is when the rule does not prolong it', () =>
    expect(end('2026-10-25', delay({ days: 7 }))).toBe('2026-11-01'));
});

describe('today at a prefecture', () => {
  it('follows summer time', () => {
    expect(dayAt('2026-03-28T22:30:00Z', 'Europe/Paris')).toBe('2026-03-28');
    expect(dayAt('2026-03-29T22:30:00Z', 'Europe/Paris')).toBe('2026-03-30');
    expect(dayAt('2026-10-24T22:30:00Z', 'Europe/Paris')).toBe('2026-10-25');
    expect(dayAt('2026-10-25T22:30:00Z', 'Europe/Paris')).toBe('2026-10-25');
  });
  it('is another day overseas', () => {
    expect(dayAt('2026-12-31T23:30:00Z', 'Indian/Reunion')).toBe('2027-01-01');
    expect(dayAt('2026-12-31T23:30:00Z', 'America/Cayenne')).toBe('2026-12-31');
    expect(dayAt('2027-01-01T02:30:00Z', 'America/Cayenne')).toBe('2026-12-31');
  });
});

describe('a date in words', () => {
  it('is as long as what is known', () => {
    expect(writeDate('2026-10-01')).toEqual({ fr: '1er octobre 2026', en: '1 October 2026' });
    expect(writeDate('2026-10-27')).toEqual({ fr: '27 octobre 2026', en: '27 October 2026' });
    expect(writeDate('2026-08')).toEqual({ fr: 'août 2026', en: 'August 2026' });
    expect(writeDate('2019')).toEqual({ fr: '2019', en: '2019' });
  });
});
