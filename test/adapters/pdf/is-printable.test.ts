import { expect, it } from 'vitest';
import { isPrintable, MOST_LETTERS } from '#adapters/pdf/is-printable.ts';
import type { Line } from '#domain/page-reading.ts';

const line = (text: string): Line => ({
  block: 1,
  box: [0, 0, 1, 0.1],
  words: [{ text, box: [0, 0, 1, 0.1], confidence: 1 }],
});

it('a text layer with a line or as many letters as no page shows is none: the page is read from its pixels', () => {
  expect(isPrintable([line('Attestation'), line('a'.repeat(MOST_LETTERS.line - 1))])).toBe(true);
  expect(isPrintable([line('1'.repeat(16_000))])).toBe(false);
  expect(isPrintable(Array.from({ length: 2_000 }, () => line('12/03/2024 '.repeat(9))))).toBe(false);
});
