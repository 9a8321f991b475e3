import { describe, expect, it } from 'vitest';
import { isPlausibleYear, resolveDate } from '#text/dates/resolve-date.ts';

describe('a day of the Gregorian calendar', () => {
  it.each([
    [2024, 3, 12, '2024-03-12'],
    [2024, 12, 31, '2024-12-31'],
    [2024, 1, 1, '2024-01-01'],
    [2024, 3, 0, '2024-03'],
    [2024, 2, 29, '2024-02-29'],
    [2026, 2, 29, undefined],
    [1900, 2, 29, undefined],
    [2000, 2, 29, '2000-02-29'],
    [2026, 4, 31, undefined],
    [2026, 1, 32, undefined],
    [2026, 13, 1, undefined],
    [2026, 0, 1, undefined],
    [2026, 1, -1, undefined],
  ])('%i, month %i, day %i is %s', (year, month, day, iso) => {
    expect(resolveDate({ calendar: 'gregory', year, month, day })).toBe(iso);
  });
});

describe('a day of another calendar', () => {
  it.each([
    ['buddhist', [2567, 3, 12], '2024-03-12'],
    ['buddhist', [2567, 3, 0], '2024-03'],
    ['buddhist', [2568, 2, 29], undefined],
    ['persian', [1403, 1, 1], '2024-03-20'],
    ['persian', [1403, 12, 30], '2025-03-20'],
    ['persian', [1402, 12, 30], undefined],
    ['persian', [1403, 1, 0], '2024-04'],
    ['persian', [1403, 13, 1], undefined],
    ['ethiopic', [2016, 1, 1], '2023-09-12'],
    ['ethiopic', [2015, 13, 6], '2023-09-11'],
    ['ethiopic', [2016, 13, 6], undefined],
    ['islamic', [1445, 9, 1], '2024-03-11'],
    ['islamic', [1445, 9, 31], undefined],
    ['bikram-sambat', [2080, 1, 1], '2023-04-14'],
    ['bikram-sambat', [2080, 1, 31], '2023-05-14'],
    ['bikram-sambat', [2080, 1, 32], undefined],
    ['bikram-sambat', [2080, 1, 0], '2023-04'],
    ['bikram-sambat', [2080, 13, 1], undefined],
  ] as const)('%s %j is %s', (calendar, [year, month, day], iso) => {
    expect(resolveDate({ calendar, year, month, day })).toBe(iso);
  });
  it('may be the thirtieth of a lunar month to which the computed calendar gives 29: the moon is awaited', () => {
    const last = resolveDate({ calendar: 'islamic', year: 1445, month: 10, day: 29 });
    const awaited = resolveDate({ calendar: 'islamic', year: 1445, month: 10, day: 30 });
    expect([last, awaited]).toEqual(['2024-05-08', '2024-05-09']);
    expect(resolveDate({ calendar: 'persian', year: 1403, month: 7, day: 31 })).toBeUndefined();
  });
});

describe('the years that papers print', () => {
  it.each([
    ['gregory', 1530, 2199],
    ['persian', 1250, 1499],
    ['islamic', 1290, 1529],
    ['ethiopic', 1850, 2099],
    ['buddhist', 2400, 2699],
  ] as const)('in the calendar %s are %i to %i', (calendar, from, to) => {
    expect([from - 1, from, to, to + 1].map((year) => isPlausibleYear(calendar, year))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(resolveDate({ calendar, year: to + 1, month: 1, day: 1 })).toBeUndefined();
  });
});
