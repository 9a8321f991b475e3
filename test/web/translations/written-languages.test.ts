import { expect, it } from 'vitest';
import { writtenLanguages } from '#web/translations/written-languages.ts';

const KNOWN = [
  { code: 'ar', names: ['arabe', 'Arabic'] },
  { code: 'ti', names: ['tigrigna', 'Tigrinya'] },
  { code: 'ckb', names: ['sorani', 'Central Kurdish'] },
];

it.each([
  ['arabe, tigrigna', ['ar', 'ti']],
  ['Arabe tigrigna', ['ar', 'ti']],
  ['central kurdish; ARABIC', ['ckb', 'ar']],
  ['ar ti, fa', ['ar', 'ti', 'fa']],
  ['ar, arabe, ar', ['ar']],
  [' , ;', []],
])('takes “%s” by name or by code', (written, codes) => {
  expect(writtenLanguages(written, KNOWN)).toEqual({ codes, unknown: null });
});

it('says which word it does not know, and takes none by a part of it', () => {
  expect(writtenLanguages('arabe, klingon', KNOWN)).toEqual({ codes: ['ar'], unknown: 'klingon' });
});
