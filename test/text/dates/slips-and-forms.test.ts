import { describe, expect, it } from 'vitest';
import type { DateReading } from '#text/dates/date-reading.ts';
import { findDatesInText } from '#text/dates/find-dates-in-text.ts';
import { isTornDate, isTornNumber } from '#text/dates/is-torn-date.ts';

function find(text: string, languages: readonly string[] = []): DateReading[] {
  const context = { languages, order: 'dmy', isOrderSure: false, year: 2026, isRecognised: true } as const;
  return findDatesInText(text.normalize('NFC'), context);
}

function read(text: string, languages: readonly string[] = []): string[] {
  return find(text, languages).map(({ iso }) => iso);
}

describe('Roman months', () => {
  it.each([
    ['4. VIll 2026. god.', '2026-08-04'],
    ['Дана 9. II 2026.', '2026-02-09'],
    ['4. У1 2026', '2026-06-04'],
    ['4. УШ 2026', '2026-08-04'],
    ['4. У 2026', '2026-05-04'],
  ])('are read through the letters they are taken for: %s', (text, iso) => {
    expect(read(text, ['sr'])).toEqual([iso]);
  });

  it('are the third where three ones stand between a day and a year, and only there', () => {
    expect(read('Saint-Brieuc – 31.111.2026')).toEqual(['2026-03-31']);
    expect(read('dossier 31.111.204')).toEqual([]);
  });
});

describe('numbers whose separators were misread or lost', () => {
  it.each([
    ['22/0772025 14:38', '2025-07-22'],
    ['19706/2017 ዓ.ም', '2025-02-26'],
    ['20/072025', '2025-07-20'],
    ['281011 2026', '2026-01-28'],
    ['Namur, le 1406-26', '2026-06-14'],
    ['12.,03.2024', '2024-03-12'],
    ['72026-08-11 20:46', '2026-08-11'],
  ])('are taken apart: %s', (text, iso) => {
    expect(read(text)).toEqual([iso]);
  });

  it.each(['n° 12/032024', 'n° 1804/2023', 'dossier 1406-26', 'année 2023-2024', '12 345678 2026'])(
    'are left alone where they are something else: %s',
    (text) => {
      expect(read(text)).toEqual([]);
    },
  );

  it('are not looked for in a year that comes first', () => {
    expect(read('تاریخ صدور: 1403/01/12', ['fa'])).toEqual(['2024-03-31']);
  });
});

describe('forms of countries', () => {
  it.each([
    ['São Paulo, 1º/12/2025', ['pt'], '2025-12-01'],
    ['le 1er/03/2024', ['fr'], '2024-03-01'],
    ['Nr. înregistrare 3711884420/17.10.2025', ['ro'], '2025-10-17'],
    ['Zi-Jo 04 Lu-Mo 12 An 2024', ['ro'], '2024-12-04'],
    ['2022-ஆம் ஆண்டு செப்டம்பர் மாதம் 30-ஆம் நாள்', ['ta'], '2022-09-30'],
    ['ቀን 05/05/18 ዓ.ም', ['am'], '2026-01-13'],
    ['ነሐሴ 21/2018', ['am'], '2026-08-27'],
    ['سوم اردیبهشت 1403', ['fa'], '2024-04-22'],
    ['بیست و یکم اسفند 1402', ['fa'], '2024-03-11'],
    ['در شب ۹ مهرماه ۱۴۰۱', ['fa'], '2022-10-01'],
    ['مؤرخ ۳۰ جوزای ۱۴۰۰ هـ ش', ['fa'], '2021-06-20'],
    ['Lan de mil vennsenk, jou jedi 22 me, a 10 zè edmi', ['ht'], '2025-05-22'],
    ['عام ألفين وأربعة وعشرين, وفي يوم 12 صفر 1446 موافق 17 غشت', ['ar'], '2024-08-17'],
    ['Дата видачі: «ОЗ» листопада 2021 року', ['uk'], '2021-11-03'],
    ['le 12 mars deux mille vingt-six', ['fr'], '2026-03-12'],
    ['a los doce (12) días del mes de marzo de dos mil veintiséis (2026)', ['es'], '2026-03-12'],
    ['ቀን 12/7/2018', ['am'], '2026-03-21'],
    ['2026 йил 12 март', ['uz'], '2026-03-12'],
    ['三所二三年十二月十二目', ['zh'], '2023-12-12'],
    ['二 O 〇二六年五月十三日', ['zh'], '2026-05-13'],
  ])('%s', (text, languages, iso) => {
    expect(read(text, languages)).toEqual([iso]);
  });

  it('do not take the small words of other languages for Haitian numbers', () => {
    expect(read('attestation de mars 2024', ['fr'])).toEqual(['2024-03']);
  });

  it('keep the date that goes on with its year', () => {
    expect(read('Yb 21/2018 — 27 Aug 2026', ['am', 'en'])).toEqual(['2026-08-27']);
  });
});

describe('periods', () => {
  const ends = (text: string): (string | null)[] => find(text).map(({ range }) => range);

  it('are told by a joining word, also past the hour', () => {
    expect(ends('du 31/10/2025 à 20 h au 01/11/2025 à 07 h')).toEqual(['start', 'end']);
    expect(ends('01.09.2026 से 12.09.2026')).toEqual(['start', 'end']);
    expect(ends('Tatzeit zwischen Mo., 01.09.2025 und Fr., 16.01.2026')).toEqual(['start', 'end']);
  });

  it('lend the year of their end to their beginning, also in numbers', () => {
    expect(read('01.05 – 31.05.2026 1085.00')).toEqual(['2026-05-01', '2026-05-31']);
    expect(ends('01.05 – 31.05.2026 1085.00')).toEqual(['start', 'end']);
  });

  it('are told by the first and last day of a month', () => {
    expect(ends('Period 01.09.2026 8 30.09.2026')).toEqual(['start', 'end']);
  });

  it('are neither a list nor one day in two calendars', () => {
    expect(ends('le 01/09/2026 et le 30/09/2026')).toEqual([null, null]);
    expect(ends('2024-03-12 – 12.03.2024')).toEqual([null, null]);
  });
});

describe('what a recogniser left of a date', () => {
  it('is seen beside a month, and in numbers alone in digits that are hard to read', () => {
    expect(isTornDate('دمشق في 17 نيسان 7١77')).toBe(true);
    expect(isTornDate('التاريخ: 17 كانون الثاني ٠7١74')).toBe(true);
    expect(isTornDate('۱۳۳/۰')).toBe(true);
  });

  it('is not a dose, an address or a number of a register', () => {
    expect(isTornDate('تناول 2 حبة 500 ملغ')).toBe(false);
    expect(isTornDate('12 rue du 8 mai, 69003 Lyon')).toBe(false);
    expect(isTornNumber('01 70 00 48 00')).toBe(false);
    expect(isTornNumber('1:71/.7/18')).toBe(true);
  });
});
