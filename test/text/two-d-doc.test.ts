import { describe, expect, it } from 'vitest';
import { daysSince2000, parseTwoDDoc } from '#text/two-d-doc.ts';

const GS = '\x1d';
const US = '\x1f';
const LENGTHS = new Map([
  ['44', 13],
  ['45', 4],
]);

describe('parseTwoDDoc', () => {
  it('reads head, values of fixed and of free length, and leaves the signature out', () => {
    const code = `DC04FR0000011985FFFF0401FR452025442693123456789${'43'}1,5${GS}46DIALLO${US}SIGNATURE`;
    expect(parseTwoDDoc(code, LENGTHS)).toEqual({
      version: 4,
      issuer: 'FR00 0001',
      issued: '2017-11-20',
      signed: null,
      document: '04',
      perimeter: '01',
      values: [
        { id: '45', text: '2025' },
        { id: '44', text: '2693123456789' },
        { id: '43', text: '1,5' },
        { id: '46', text: 'DIALLO' },
      ],
    });
  });

  it('reads older heads, which name no perimeter', () => {
    const code = parseTwoDDoc(`DC02FR000001198519850010M/DIALLO/IBRA${GS}22RUE`, LENGTHS);
    expect(code).toMatchObject({ version: 2, document: '00', perimeter: '01' });
    expect(code?.values.map(({ id }) => id)).toEqual(['10', '22']);
  });

  it('forgives a separator behind a value of fixed length', () => {
    const code = parseTwoDDoc(`DC03FR00000119851985040145${'2025'}${GS}431${GS}`, LENGTHS);
    expect(code?.values).toEqual([
      { id: '45', text: '2025' },
      { id: '43', text: '1' },
    ]);
  });

  it.each(['https://example.org', 'DC99FR0000011985FFFF0401FR', 'DC04FR', ''])('is none in “%s”', (text) => {
    expect(parseTwoDDoc(text, LENGTHS)).toBeUndefined();
  });

  it('counts days from the year 2000, leap years and all', () => {
    expect(daysSince2000('0000')).toBe('2000-01-01');
    expect(daysSince2000('003B')).toBe('2000-02-29');
    expect(daysSince2000('FFFF')).toBeNull();
    expect(daysSince2000('12G4')).toBeNull();
  });
});
