import { describe, expect, it } from 'vitest';
import { findAmounts } from '#text/amounts.ts';

describe('findAmounts', () => {
  it.each([
    ['1 234,56', 1234.56],
    ['1\u202f234,56 €', 1234.56],
    ['1.234,56', 1234.56],
    ['1,234.56', 1234.56],
    ["1'234.56", 1234.56],
    ['1,23,456.00', 123456],
    ['١٬٢٣٤٫٥٦', 1234.56],
    ['۱٬۲۳۴٫۵۶', 1234.56],
    ['১,২৩,৪৫৬.৭৮', 123456.78],
    ['€1,578.74', 1578.74],
    ['1578,74€', 1578.74],
    ['12.345.678', 12345678],
  ])('reads %s as it is written in its country', (text, value) => {
    expect(findAmounts(text)).toEqual([value]);
  });

  it('mends a decimal comma that was read as a point', () => {
    expect(findAmounts('1.578.74')).toEqual([1578.74]);
  });

  it('keeps the columns of a row apart', () => {
    expect(findAmounts('151,67 12,35 1 873,12')).toEqual([151.67, 12.35, 1873.12]);
  });

  it('takes no date for an amount', () => {
    expect(findAmounts('le 12.06.2026')).toEqual([]);
  });
});
