import { describe, expect, it } from 'vitest';
import type { DateContext } from '#text/dates/date-reading.ts';
import { findDatesInText } from '#text/dates/find-dates-in-text.ts';
import { DATE_FORMS } from './date-forms.ts';
import { MONTH_FORMS } from './month-forms.ts';

const SURE = 0.6;

function contextOf(language: string): DateContext {
  return { languages: [language], order: 'dmy', isOrderSure: false, year: 2026, isRecognised: true };
}

describe('the names of the months', () => {
  const rows = Object.entries(MONTH_FORMS).flatMap(([language, forms]) =>
    forms.map((names) => ({ language, names: names.split(' ') })),
  );
  it.each(rows)('in $language: $names.0 … $names.11', ({ language, names }) => {
    expect(names).toHaveLength(12);
    const read = names.map((name) => findDatesInText(`12 ${name.replace(/_/g, ' ')} 2024`, contextOf(language)));
    expect(read.map((dates) => dates.map(({ iso }) => iso).join())).toEqual(
      names.map((_, month) => `2024-${String(month + 1).padStart(2, '0')}-12`),
    );
    for (const [date] of read) expect(date?.confidence).toBeGreaterThan(SURE);
  });
});

describe('dates as papers print them', () => {
  it.each(DATE_FORMS)('%s: %s', (language, printed, iso) => {
    const dates = findDatesInText(printed.normalize('NFC'), contextOf(language));
    expect([...new Set(dates.map((date) => date.iso))]).toEqual([iso]);
    expect(dates[0]?.confidence).toBeGreaterThan(SURE);
  });
});
