import { describe, expect, it } from 'vitest';
import type { CalendarId } from '#domain/findings.ts';
import { type DateContext, fullYear, longYear } from '#text/dates/date-reading.ts';
import { dateTokens } from '#text/dates/date-token.ts';
import { eraYear } from '#text/dates/era-year.ts';
import { findDatesInText } from '#text/dates/find-dates-in-text.ts';
import { numericCalendar } from '#text/dates/numeric-calendar.ts';
import { mendedCentury } from '#text/dates/persian-century.ts';
import { romanMonthOf } from '#text/dates/roman-month.ts';

const CONTEXT: DateContext = { languages: [], order: 'dmy', isOrderSure: false, year: 2026, isRecognised: true };

describe('two digits of a year', () => {
  it.each([
    [26, 2026, 2026],
    [36, 2026, 2036],
    [37, 2026, 1937],
    [26, 2010, 1926],
    [0, 2026, 2000],
    [4, 2095, 2104],
  ])('%i, judged in %i, are %i: ten years ahead at most', (short, judged, year) => {
    expect(fullYear(short, judged)).toBe(year);
  });
  it('are counted in the calendar they are printed in; Persian ones never lie ahead', () => {
    expect(longYear(67, 'buddhist', 2024)).toBe(2567);
    expect(longYear(16, 'ethiopic', 2024)).toBe(2016);
    expect(longYear(4, 'persian', 2026)).toBe(1404);
    expect(longYear(5, 'persian', 2026)).toBe(1405);
    expect(longYear(6, 'persian', 2026)).toBe(1306);
    expect(longYear(24, 'gregory', 2024)).toBe(2024);
  });
});

describe('a Persian year that would be older than its reader', () => {
  const mended = (printed: number, calendar: CalendarId = 'persian', changes: Partial<DateContext> = {}) =>
    mendedCentury(printed, calendar, { ...CONTEXT, ...changes });
  it('is one of this century, read wrong', () => {
    expect([1305, 1306, 1307, 1404].map((year) => mended(year))).toEqual([1405, 1406, 1307, 1404]);
    expect([1200, 1206, 1207, 1299, 1300].map((year) => mended(year))).toEqual([1400, 1406, 1307, 1399, 1400]);
    expect(mended(1199)).toBe(1199);
  });
  it('stays as it is where nothing was read by a machine, and in other calendars', () => {
    expect(mended(1305, 'persian', { isRecognised: false })).toBe(1305);
    expect(mended(1305, 'islamic')).toBe(1305);
  });
});

describe('a year of an era', () => {
  const year = (text: string): number | undefined => {
    const tokens = dateTokens(text);
    return eraYear(
      tokens,
      tokens.findIndex(({ kind }) => kind === 'number'),
    )?.value;
  };
  it.each([
    ['民國113年', 2024],
    ['民国113年', 2024],
    ['令和6年', 2024],
    ['平成30年', 2018],
    ['昭和64年', 1989],
    ['115年2月6日', 2026],
    ['60年', 1971],
    ['59年', undefined],
    ['令和201年', undefined],
    ['民國200年', 2111],
    ['115', undefined],
    ['15 mars', undefined],
  ])('%s is %s', (text, expected) => expect(year(text)).toBe(expected));
  it('is none where no number stands', () => {
    expect(eraYear(dateTokens('年'), 0)).toBeUndefined();
    expect(eraYear([], 0)).toBeUndefined();
  });
  it('counts as whole, and the date goes on behind it', () => {
    const tokens = dateTokens('令和6年');
    const at = tokens.findIndex(({ kind }) => kind === 'number');
    expect(eraYear(tokens, at)).toEqual({ value: 2024, next: at + 1, mended: 0, digits: 4 });
  });
});

describe('a month in Roman numbers', () => {
  it.each('i ii iii iv v vi vii viii ix x xi xii'.split(' ').map((key, at) => [key, at + 1] as const))(
    '%s is %i',
    (key, month) => expect(romanMonthOf(key)).toBe(month),
  );
  it.each([
    ['vill', 8],
    ['v1', 6],
    ['!v', 4],
    ['|x', 9],
    ['уі', 6],
    ['хї', 11],
    ['п', 2],
    ['ш', 3],
    ['ll', 2],
    ['lll', 3],
    ['l', undefined],
    ['il', undefined],
    ['li', undefined],
    ['xiii', undefined],
    ['vlllx', undefined],
    ['llllv', undefined],
    ['mai', undefined],
  ])('%s, as recognisers read it, is %s', (key, month) => expect(romanMonthOf(key)).toBe(month));
});

describe('the calendar of a date in numbers', () => {
  const calendar = (
    year: number,
    languages: string[] = [],
    { era, text = '1/1/2026', isShort = false }: { era?: CalendarId; text?: string; isShort?: boolean } = {},
  ) => numericCalendar(year, era, isShort, { context: { ...CONTEXT, languages }, tokens: dateTokens(text) });

  it('follows the year', () => {
    expect([1249, 1250, 1414, 1415, 1499, 1500, 1799, 1800, 2026, 2399, 2400].map((year) => calendar(year))).toEqual([
      undefined, 'persian', 'persian', 'islamic', 'islamic', undefined, undefined, 'gregory', 'gregory', 'gregory', 'buddhist',
    ]); // biome-ignore format: a table reads better in rows
  });
  it('follows the language where a hijri year may be solar or lunar', () => {
    expect([calendar(1445, ['fa']), calendar(1445, ['en', 'ps']), calendar(1445, ['ckb'])]).toEqual([
      'persian',
      'persian',
      'persian',
    ]);
    expect(calendar(1400, ['ar'])).toBe('islamic');
  });
  it('follows the era that is printed', () => {
    expect(calendar(1445, ['ar'], { era: 'persian' })).toBe('persian');
    expect(calendar(1400, ['fa'], { era: 'islamic' })).toBe('islamic');
    expect(calendar(2016, [], { era: 'ethiopic' })).toBe('ethiopic');
    expect(calendar(16, [], { era: 'ethiopic', isShort: true })).toBe('ethiopic');
    expect(calendar(1700, [], { era: 'ethiopic' })).toBeUndefined();
  });
  it('is the Gregorian one for two digits', () => expect(calendar(26, ['fa'], { isShort: true })).toBe('gregory'));
  it('is the Ethiopian one for a year long past in an Amharic paper', () => {
    expect([1849, 1850, 2019, 2020].map((year) => calendar(year, ['am']))).toEqual([
      'gregory',
      'ethiopic',
      'ethiopic',
      'gregory',
    ]);
    expect(calendar(2016, ['ti'])).toBe('gregory');
    expect(calendar(2016, ['en', 'am'])).toBe('gregory');
    expect(calendar(2016, ['am'], { era: 'gregory' })).toBe('gregory');
  });
  it('is Bikram Sambat for a year to come in a Nepali paper, or one in Nepali digits', () => {
    const native = '१/१/२०८०';
    expect([calendar(2036, ['ne']), calendar(2037, ['ne'])]).toEqual(['gregory', 'bikram-sambat']);
    expect(calendar(2030, ['ne'], { text: native })).toBe('bikram-sambat');
    expect(calendar(2080, ['ne'], { era: 'gregory' })).toBe('gregory');
    expect(calendar(2080, ['hi'])).toBe('gregory');
    expect(calendar(2080, ['hi'], { text: native })).toBe('bikram-sambat');
    expect(calendar(2030, ['hi'], { text: native })).toBe('gregory');
    expect(calendar(2080, ['fr'], { text: native })).toBe('gregory');
    expect(calendar(2080, ['fr'], { era: 'bikram-sambat' })).toBe('bikram-sambat');
    expect(calendar(2030, ['ne'], { era: 'bikram-sambat' })).toBe('bikram-sambat');
    expect(calendar(2030, ['fr'], { era: 'bikram-sambat' })).toBe('gregory');
  });
});

it('reads a Persian year of this century from its two digits', () => {
  const [reading] = findDatesInText('۱۷ اسد ۰۴', { ...CONTEXT, languages: ['fa'] });
  expect(reading).toMatchObject({ iso: '2025-08-08', calendar: 'persian', isShortYear: true });
});
