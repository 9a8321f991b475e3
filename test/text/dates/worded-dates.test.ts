import { describe, expect, it } from 'vitest';
import { findDatesInText } from '#text/dates/find-dates-in-text.ts';

function read(text: string, isRecognised = false): string[] {
  const context = { languages: [], order: 'dmy', isOrderSure: false, year: 2026, isRecognised } as const;
  return findDatesInText(text.normalize('NFC'), context).map(({ iso }) => iso);
}

describe('dates in words, the language unknown', () => {
  it.each([
    ['le vingt et un juin mil neuf cent quatre-vingt-onze', '1991-06-21'],
    ["L'an deux mille vingt-quatre, le douzième jour du mois de mars", '2024-03-12'],
    ['this fourth day of May, two thousand and twenty-four', '2024-05-04'],
    ['twelfth of March twenty twenty-four', '2024-03-12'],
    ['a los doce días del mes de marzo de dos mil veinticuatro', '2024-03-12'],
    ['aos doze dias do mês de março de dois mil e vinte e quatro', '2024-03-12'],
    ['addì dodici del mese di marzo duemilaventiquattro', '2024-03-12'],
    ['den zwölften März zweitausendvierundzwanzig', '2024-03-12'],
    ['twaalf maart tweeduizend vierentwintig', '2024-03-12'],
    ['douăsprezece martie două mii douăzeci și patru', '2024-03-12'],
    ['dwunastego marca dwa tysiące dwudziestego czwartego roku', '2024-03-12'],
    ['двенадцатого марта две тысячи двадцать четвёртого года', '2024-03-12'],
    ["п'ятого березня дві тисячі двадцять четвертого року", '2024-03-05'],
    ['في الثاني عشر من مارس سنة ألفين وأربعة وعشرين', '2024-03-12'],
    ['on iki Mart iki bin yirmi dört', '2024-03-12'],
    ['बारह मार्च दो हजार चौबीस', '2024-03-12'],
    ['公元二零二四年三月十二日', '2024-03-12'],
    ['两千零四年八月十五日', '2004-08-15'],
  ])('%s', (text, iso) => {
    expect(read(text)).toEqual([iso]);
  });
});

describe('forms of offices', () => {
  it.each([
    ['MAY 0 4 2024', '2024-05-04'],
    ['12. III. 24', '2024-03-12'],
    ['sworn this 4th day of May, in the year 2024', '2024-05-04'],
    ['Wed Aug 05 12:00:00 2015', '2015-08-05'],
    ['9 de 8 de 1971', '1971-08-09'],
    ['« 12 » 03 2024 г.', '2024-03-12'],
    ['anul 2026 luna 06 ziua 17', '2026-06-17'],
    ['發文日期:中華民國115年2月6日', '2026-02-06'],
    ['115年2月6日', '2026-02-06'],
    ['12 มี.ค. 67', '2024-03-12'],
    ['05 கார்த்திகை 2024', '2024-11-05'],
    ['12؍مارچ 2024ء', '2024-03-12'],
    ['30-02-1433 هـ', '2012-01-24'],
    ['Déclaration du 26 août 1789', '1789-08-26'],
  ])('%s', (text, iso) => {
    expect(read(text)).toEqual([iso]);
  });

  it('leave no month behind when the day never was', () => {
    expect(read('le 30 février 2024')).toEqual([]);
    expect(read('31.02.2024')).toEqual([]);
  });
});

describe('slips of recognisers', () => {
  it.each([
    ['ler mars 2024', '2024-03-01'],
    ['Lyon,le12mars2024', '2024-03-12'],
    ['12.03.20 24', '2024-03-12'],
    ['12 mars 2 024', '2024-03-12'],
    ['2 5 mars 2024', '2024-03-25'],
    ['me datë 0810212026, në ora', '2026-02-08'],
    ['08/0212026', '2026-02-08'],
    ['08102/2026', '2026-02-08'],
  ])('are mended: %s', (text, iso) => {
    expect(read(text, true)).toEqual([iso]);
  });

  it('are left alone where another reading is as good', () => {
    expect(read('tél 0610212026', true)).toEqual([]);
    expect(read('+33 0610212026', true)).toEqual([]);
    expect(read('12.03.24 14:22', true)).toEqual(['2024-03-12']);
  });

  it('may cost a Persian year its century, on recognised pages only', () => {
    expect(read('۱۳۰۵/۰۱/۲۳', true)).toEqual(['2026-04-12']);
    expect(read('۱۳۰۵/۰۱/۲۳', false)).toEqual(['1926-04-13']);
  });
});
