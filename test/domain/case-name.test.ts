import { describe, expect, it } from 'vitest';
import { findCaseName } from '#domain/case-name.ts';

describe('the name of a case', () => {
  it('is in any script, in one spelling', () => {
    for (const name of ['Dossier 12', 'ملف 12', 'दुपोंट', '王-2026', 'DUPONT_Marie.2'])
      expect(findCaseName(name)).toBe(name);
    expect(findCaseName('Zoé'.normalize('NFD'))).toBe('Zoé'.normalize('NFC'));
  });

  it('is no path, nothing hidden, and never looks like another by what nobody sees', () => {
    const wrong = [
      '../x',
      'a/b',
      'a\\b',
      '.x',
      '',
      ' x',
      'x ',
      'x.',
      'x\u0000',
      'x\ny',
      'Du\u202epont',
      'Du\u200bpont',
      'Dupont\ufe0f',
    ];
    for (const name of [...wrong, 'x'.repeat(101)]) expect(findCaseName(name)).toBeUndefined();
  });
});
