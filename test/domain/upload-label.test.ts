import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { uploadLabel } from '#domain/upload-label.ts';

describe('the label of an uploaded file', () => {
  it('is its place in the dropped folder, else its name', () => {
    expect(uploadLabel('scan.pdf', 'logement/mai/scan.pdf')).toBe('logement/mai/scan.pdf');
    expect(uploadLabel('scan.pdf', undefined)).toBe('scan.pdf');
    expect(uploadLabel('scan.pdf', ' ')).toBe('scan.pdf');
  });

  it('keeps every script, in one spelling', () => {
    expect(uploadLabel('ecole\u0301.pdf', undefined)).toBe('ecolé.pdf');
    expect(uploadLabel('شهادة الميلاد.pdf', undefined)).toBe('شهادة الميلاد.pdf');
  });

  it('keeps the ending of a name that is too long', () => {
    const label = uploadLabel(`${'a'.repeat(400)}.pdf`, undefined);
    expect([label.length, label.endsWith('.pdf')]).toEqual([200, true]);
  });

  it('never leads out of its folder, whatever it is made of', () => {
    const piece = fc.constantFrom(
      '..',
      '.',
      '/',
      '\\',
      'C:',
      '!',
      '\u0000',
      '\u202e',
      '\u200f',
      'a',
      ' ',
      'b.pdf',
      '//',
      '!/',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const label = uploadLabel('x', pieces.join(''));
        const parts = label.split('/');
        expect(parts.every((part) => part !== '' && part !== '.' && part !== '..')).toBe(true);
        for (const unwanted of ['\\', '\u0000', '\u202e', '\u200f', '!/']) expect(label).not.toContain(unwanted);
      }),
    );
  });
});
