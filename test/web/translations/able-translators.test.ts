import { expect, it } from 'vitest';
import { onlyTranslator } from '#web/translations/able-translators.ts';

const translator = (id: string, from: string[], isBlocked = false) => ({
  ...{ id, isBlocked },
  profile: { pairs: from.map((one) => ({ from: one, to: 'fr' })), sworn: null, most: 5, absentUntil: null },
});

it('the only one who can translate a language is chosen; of several, or of none, a person chooses', () => {
  const people = [translator('a', ['es']), translator('b', ['ar', 'fa']), translator('c', ['fa'])];
  expect(onlyTranslator(people, 'es')).toBe('a');
  expect(onlyTranslator(people, 'fa')).toBe('');
  expect(onlyTranslator(people, 'ru')).toBe('');
  expect(onlyTranslator(people, '')).toBe('');
  expect(onlyTranslator([translator('a', ['es'], true)], 'es')).toBe('');
  expect(onlyTranslator([translator('a', ['fa'], true), translator('b', ['fa'])], 'fa')).toBe('b');
  expect(onlyTranslator([{ id: 'n', isBlocked: false, profile: null }], 'es')).toBe('');
});
