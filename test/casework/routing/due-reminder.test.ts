import { describe, expect, it } from 'vitest';
import { dueReminder } from '#casework/routing/due-reminder.ts';

const remind = { daysBefore: [3, 1], everyDaysLate: 3 };
const due = '2026-12-10';
const on = (day: string) => dueReminder(due, day, remind);

describe('a reminder', () => {
  it('is due some days before, and holds until the next one', () => {
    expect(on('2026-12-06')).toBeNull();
    expect(on('2026-12-07')).toBe('2026-12-07');
    expect(on('2026-12-08')).toBe('2026-12-07');
    expect(on('2026-12-09')).toBe('2026-12-09');
    expect(on('2026-12-10')).toBe('2026-12-09');
  });

  it('comes again and again while it is late', () => {
    expect(on('2026-12-11')).toBe('2026-12-11');
    expect(on('2026-12-13')).toBe('2026-12-11');
    expect(on('2026-12-14')).toBe('2026-12-14');
  });
});
