import { describe, expect, it } from 'vitest';
import type { DateReading } from '#text/dates/date-reading.ts';
import { findDatesInText } from '#text/dates/find-dates-in-text.ts';

function find(text: string, languages: readonly string[], isRecognised = true): DateReading[] {
  const context = { languages, order: 'dmy', isOrderSure: false, year: 2026, isRecognised } as const;
  return findDatesInText(text.normalize('NFC'), context);
}

function read(text: string, languages: readonly string[]): string[] {
  return find(text, languages).map(({ iso }) => iso);
}

describe('the year of minutes before the day', () => {
  it.each([
    ["L'an 2026, le 30 mars", 'fr'],
    ["L'an 2026 et le 30 du mois de mars", 'fr'],
    ["L'anno 2026, addì 30 del mese di marzo", 'it'],
    ['No ano de 2026, aos 30 dias do mês de março', 'pt'],
  ])('%s', (text, language) => {
    expect(read(text, [language])).toEqual(['2026-03-30']);
  });
  it('belongs to no number before a dash: "Version 3 - janvier 2024" is of a month', () => {
    expect(read('Version 3 - janvier 2024', ['fr'])).toEqual(['2024-01']);
    expect(read('3 - mars - 2024', ['fr'])).toEqual(['2024-03-03']);
  });
});

describe('numbers in words', () => {
  it.each([
    ["deux mille vingt-cing, le vingt-sixième jour du mois d'août", '2025-08-26'],
    ['le guatorze mars deux mille vingt-six', '2026-03-14'],
  ])('are read with a letter misread where that is a single one: %s', (text, iso) => {
    expect(read(text, ['fr'])).toEqual([iso]);
  });
  it('are no date where a part of them is no number: the rest would be another year', () => {
    expect(read('le douze mars deux mille vingt-xxxx', ['fr'])).toEqual([]);
  });
});

describe('signs that were read as something else', () => {
  it.each([
    ['the slashes of a passport as ones', '21105 12014', 'tr', '2014-05-21'],
    ['quotation marks as letters', 'Tarix: c06ə may 2026-cı il', 'az', '2026-05-06'],
    ['the cells of a form without their spaces', 'D 03M 12A2024', 'es', '2024-12-03'],
    ['Ethiopic digits as letters', 'ቀን፡ ሐምሌ ጊፖ ቀን 2017 ዓ.ም.', 'am', '2025-07-24'],
    ['a slash that was lost before the year', '27/5 2026', 'fr', '2026-05-27'],
    ['both slashes of a day behind a place', 'Châtenay, le 811 26', 'fr', '2026-11-08'],
    ['a slash between day and month', 'Ivry, ngày 1011/2026', 'vi', '2026-11-10'],
    ['slashes that were not seen at all', '۱۴۰۵۵۲۷', 'fa', '2026-08-18'],
    ['a dash that ties the next day to the year', '12 خروری 13-2025', 'ur', '2025-02-12'],
  ])('%s', (_, text, language, iso) => {
    expect(read(text, [language])).toEqual([iso]);
  });
  it.each([
    ['a day and a month that can be parted in two ways', 'Paris, le 111 26', 'fr'],
    ['numbers of a street', 'rue de Lyon, 811 26 34', 'fr'],
    ['numbers of an address', 'rue de Lyon, 124 26 Paris', 'fr'],
    ['the number of a letter', 'Вих. № / Ref. 2026-07/19', 'uk'],
    ['opening hours', 'Lun-Ven 10-12.30', 'it'],
    ['a fraction and a year', 'page 3/4 2024', 'en'],
    ['an Ethiopic year of which a part was not read', 'ኅዳር ፲ ቀን ፳፻፤፪ ዓ.ም', 'am'],
    ['a number that can be parted in two ways', '۱۴۰۵۱۱۲', 'fa'],
  ])('%s is no date', (_, text, language) => {
    expect(read(text, [language])).toEqual([]);
  });
});

describe('letters of one language read as those of another', () => {
  it.each([
    ['Pashto without its dots', 'د ۱۳۹۸ کال د وزي ۲۷', 'ps', '2019-09-18'],
    ['an Arabic yeh for a Pashto one', 'کابل، د غويي ۱۵، ۱۴۰۰', 'ps', '2021-05-05'],
    ['a Persian yeh in an Arabic month', 'ينایر 12 2024', 'ar', '2024-01-12'],
    ['an Arabic kaf in a Kurdish month', '12 تشرينی يەكەم 2024', 'ku', '2024-10-12'],
  ])('%s', (_, text, language, iso) => {
    expect(read(text, [language])).toEqual([iso]);
  });
});

describe('the middle of an Urdu month', () => {
  it('is taken for the month that has it, with doubt', () => {
    const [date] = find('مورخ 3 تم 2025ء', ['ur']);
    expect(date?.iso).toBe('2025-09-03');
    expect(date?.confidence).toBeLessThan(0.6);
  });
  it('is nothing where two months have it, in other languages, and where letters were not recognised', () => {
    expect(read('3 بر 2025', ['ur'])).toEqual([]);
    expect(read('3 تم 2025', ['ar'])).toEqual([]);
    expect(find('3 تم 2025', ['ur'], false)).toEqual([]);
  });
});

describe('a Persian year whose four was read as two or three', () => {
  it.each([
    ['د ۱۲۰۰ کال د لړم ۱۲مه', '2021-11-03'],
    ['۱۳۰۵/۰۱/۱۹', '2026-04-08'],
  ])('is the one that papers can be of: %s', (text, iso) => {
    const [date] = find(text, ['ps']);
    expect(date?.iso).toBe(iso);
    expect(date?.confidence).toBeLessThan(0.75);
  });
});

describe('a dash without spaces', () => {
  it.each([
    ['01.11.2024–30.11.2024', 'az', ['2024-11-01 start', '2024-11-30 end']],
    ['06.01–05.02.2024', 'ka', ['2024-01-06 start', '2024-02-05 end']],
    ['01/10/24–31/10/24', 'id', ['2024-10-01 start', '2024-10-31 end']],
  ])('joins the ends of a period: %s', (text, language, ends) => {
    expect(find(text, [language]).map(({ iso, range }) => `${iso} ${range}`)).toEqual(ends);
  });
  it.each(['10.12.20.24-10.12.20.26', '04.67.00.55.81', '12.03.2024-15'])('is part of other numbers: %s', (text) => {
    expect(read(text, ['fr'])).toEqual([]);
  });
});

describe('numbers that only look like a date', () => {
  it.each([
    ['marks', 'დასწრება: იანვარი 17/22, თებერვალი 19/20', 'ka'],
    ['days of the next date', 'I pagueshëm në dy këste: 30 qershor, 31 dhjetor', 'sq'],
    ['articles of a law', 'iz čl. 24 i 25 Zakona o azilu', 'sr'],
    ['a product', 'Panier chantier 22 x 11,40', 'fr'],
    ['years of work', 'İş deneyimi: 2005–2009 Kanat Lokantası', 'tr'],
    ['the number of a house', 'Շարա թաղ., 6-15/21', 'hy'],
    ['a register', 'রেজি: 17712/04', 'bn'],
    ['a class', '3ª série 2016', 'pt'],
    ['the number of a file', 'FRRO/KOL/2021/7740', 'hi'],
    ['a telephone', 'Tél. le 04 67 00 55 81', 'fr'],
  ])('%s: %s', (_, text, language) => {
    expect(read(text, [language])).toEqual([]);
  });
});
