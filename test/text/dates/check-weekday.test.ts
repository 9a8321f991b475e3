import { describe, expect, it } from 'vitest';
import { checkWeekday } from '#text/dates/check-weekday.ts';
import { findDatesInText } from '#text/dates/find-dates-in-text.ts';

function check(text: string, isUnsure: boolean): { readonly iso: string; readonly isDoubted: boolean } {
  const context = { languages: [], order: 'dmy', isOrderSure: false, year: 2026, isRecognised: true } as const;
  const [reading] = findDatesInText(text, context);
  if (reading === undefined) throw new Error('no date');
  const checked = checkWeekday(reading, text, isUnsure);
  return { iso: checked.iso, isDoubted: checked.confidence < reading.confidence };
}

describe('the day of the week beside a date', () => {
  it.each([
    'Rezé, le samedi 5 septembre 2026',
    'Tuesday, 12 March 2024',
    'во вторник 12 марта 2024',
    'segunda-feira, 11 de março de 2024',
    'रविवार, 20/07/2025',
    'الأربعاء الموافق 26/02/2025',
    'thứ hai, ngày 11 tháng 3 năm 2024',
  ])('agrees: %s', (text) => {
    expect(check(text, true).isDoubted).toBe(false);
  });

  it('mends the one digit that looks like another, where the recogniser was unsure', () => {
    expect(check('Rezé, le samedi 3 septembre 2026', true)).toEqual({ iso: '2026-09-05', isDoubted: true });
  });

  it('only raises doubt where it was sure, or where several digits would do', () => {
    expect(check('Rezé, le samedi 3 septembre 2026', false)).toEqual({ iso: '2026-09-03', isDoubted: true });
    expect(check('Rezé, le mardi 30 septembre 2026', true)).toEqual({ iso: '2026-09-30', isDoubted: true });
  });

  it('says nothing of a name before another number, nor further off', () => {
    expect(check('lundi 7 ou 12 mars 2024', true).isDoubted).toBe(false);
    expect(check('chaque lundi depuis son arrivée en France le 12 mars 2024', true).isDoubted).toBe(false);
  });
});
