import { describe, expect, it } from 'vitest';
import { findDatesInText } from '#text/dates/find-dates-in-text.ts';
import { sambatIso } from '#text/dates/sambat-date.ts';

function read(text: string, language: string): string[] {
  const context = { languages: [language], order: 'dmy', isOrderSure: false, year: 2026, isRecognised: true } as const;
  return findDatesInText(text.normalize('NFC'), context).map(({ iso, calendar }) => `${iso} ${calendar}`);
}

describe('the Bikram Sambat calendar', () => {
  it.each([
    [2000, 1, 1, '1943-04-14'],
    [2058, 2, 19, '2001-06-01'],
    [2077, 1, 1, '2020-04-13'],
    [2081, 1, 1, '2024-04-13'],
    [2082, 7, 1, '2025-10-18'],
  ])('turns %i-%i-%i into the day Nepal gave it (%s)', (year, month, day, iso) => {
    expect(sambatIso(year, month, day)).toBe(iso);
  });

  it('has no day that the year did not have', () => {
    expect([sambatIso(2081, 1, 32), sambatIso(2082, 13, 1), sambatIso(2100, 1, 1)]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it.each([
    ['मिति २०८०।०५।१२', '2023-08-29 bikram-sambat'],
    ['मिति: २०८१ साल भदौ १२ गते', '2024-08-28 bikram-sambat'],
    ['इति सम्वत् २०८२ साल भाद्र महिना ८ गते रोज १ शुभम्', '2025-08-24 bikram-sambat'],
    ['२०३२।०१।०१', '1975-04-14 bikram-sambat'],
    ['2081-01-01', '2024-04-13 bikram-sambat'],
  ])('is what a Nepali paper means (%s)', (text, expected) => {
    expect(read(text, 'ne')).toEqual([expected]);
  });

  it('gives way where the paper says AD, or prints a year of today in 0–9', () => {
    expect(read('सन् 2024-05-12', 'ne')).toEqual(['2024-05-12 gregory']);
    expect(read('ई.सं. २०२४/०५/१२', 'ne')).toEqual(['2024-05-12 gregory']);
    expect(read('12/05/2024', 'ne')).toEqual(['2024-05-12 gregory']);
  });

  it('is named in both calendars side by side', () => {
    expect(read('वि.सं. २०४९/०३/०२ (ई.सं. 1992/06/16)', 'ne')).toEqual([
      '1992-06-16 bikram-sambat',
      '1992-06-16 gregory',
    ]);
  });

  it('is never assumed outside Nepal', () => {
    expect(read('12/05/2081', 'fr')).toEqual(['2081-05-12 gregory']);
    expect(read('2080/05/12 B.S.', 'en')).toEqual(['2023-08-29 bikram-sambat']);
  });
});
