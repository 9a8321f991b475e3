import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findDatesInText } from '#text/dates/find-dates-in-text.ts';

const LOCALES =
  'fr en es pt it de nl ro pl sq tr az uz vi id so sw cs sk hr bs sr-Latn sr-Cyrl sl hu sv ku ha ru uk bg mk ar ar-MA ar-SY fa-u-ca-gregory ps-u-ca-gregory ur ckb el hy ka he hi ne bn ta am ti zh-u-ca-gregory th-u-ca-gregory'.split(
    ' ',
  );
const STYLES: readonly Intl.DateTimeFormatOptions[] = [
  { dateStyle: 'long' },
  { dateStyle: 'full' },
  { day: 'numeric', month: 'short', year: 'numeric' },
  { day: '2-digit', month: 'long', year: 'numeric' },
];
/** Calendars other than the Gregorian, in the languages that print them. */
const CALENDARS = [
  'fa-u-ca-persian',
  'fa-AF-u-ca-persian',
  'ps-u-ca-persian',
  'ar-SA-u-ca-islamic-umalqura',
  'am-u-ca-ethiopic',
  'th-u-ca-buddhist',
];
const day = fc.date({
  min: new Date('1900-01-01T12:00:00Z'),
  max: new Date('2099-12-31T12:00:00Z'),
  noInvalidDate: true,
});

function read(text: string, language: string): string[] {
  return findDatesInText(text.normalize('NFC'), {
    languages: [language],
    order: 'dmy',
    isOrderSure: false,
    year: 2026,
    isRecognised: false,
  }).map((reading) => reading.iso);
}

describe('any date, written as its language writes it', () => {
  it.each(LOCALES)('is read back exactly (%s)', (locale) => {
    const language = locale.split('-')[0] ?? '';
    const formats = STYLES.map((style) => new Intl.DateTimeFormat(locale, { ...style, timeZone: 'UTC' }));
    fc.assert(
      fc.property(day, fc.constantFrom(...formats), (date, format) => {
        const text = format.format(date);
        expect(read(text, language), text).toEqual([date.toISOString().slice(0, 10)]);
      }),
      { numRuns: 120, seed: 7 },
    );
  });

  it.each(CALENDARS)('is converted from its calendar (%s)', (locale) => {
    const format = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
    fc.assert(
      fc.property(day, (date) => {
        const text = format.format(date);
        expect(read(text, locale.split('-')[0] ?? ''), text).toEqual([date.toISOString().slice(0, 10)]);
      }),
      { numRuns: 120, seed: 7 },
    );
  });

  it('is read from numbers, day first, whatever the separator', () => {
    fc.assert(
      fc.property(day, fc.constantFrom('/', '.', '-', ' / ', '. ', ' '), (date, separator) => {
        const [year, month, dayOfMonth] = date.toISOString().slice(0, 10).split('-');
        expect(read([dayOfMonth, month, year].join(separator), 'fr')).toEqual([`${year}-${month}-${dayOfMonth}`]);
      }),
      { numRuns: 300, seed: 7 },
    );
  });

  it('never throws on any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => void read(text, 'fr')),
      { numRuns: 300, seed: 7 },
    );
  });
});
