import { describe, expect, it } from 'vitest';
import { formatIn } from '#web/words/format.ts';

const french = formatIn('fr');
const english = formatIn('en');

describe('dates of papers', () => {
  it('are written as precisely as they are printed', () => {
    expect(french.day('2025-03-14')).toBe('14 mars 2025');
    expect(english.day('2025-03-14')).toBe('14 March 2025');
    expect(french.day('2025-03')).toBe('mars 2025');
    expect(french.day('2025')).toBe('2025');
    expect(french.shortDay('2025-03-14')).toBe('14/03/2025');
    expect(french.shortDay('2025-03')).toBe('mars 2025');
  });

  it('stand as they are when they are none', () => {
    expect(french.day('sans')).toBe('sans');
  });
});

describe('numbers', () => {
  it('have their signs by language', () => {
    expect(french.number(1234.5)).toBe('1\u202f234,5');
    expect(english.number(1234.5)).toBe('1,234.5');
    expect(french.bytes(3_400_000)).toBe('3,4\u00a0Mo');
    expect(english.bytes(0)).toBe('0\u00a0B');
  });
});

it('time that has gone by is told in the largest unit that fits', () => {
  const now = new Date('2026-11-26T12:00:00Z');
  expect(french.ago('2026-11-26T09:00:00Z', now)).toBe('il y a 3 heures');
  expect(english.ago('2026-11-25T11:00:00Z', now)).toBe('yesterday');
});

it('a language without a name is its code', () => {
  expect(french.languageName('ar')).toBe('arabe');
  expect(french.languageName('not a code')).toBe('not a code');
});
