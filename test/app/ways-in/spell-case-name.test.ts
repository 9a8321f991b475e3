import { expect, it } from 'vitest';
import { spellCaseName } from '#app/ways-in/spell-case-name.ts';

it('a case is spelled as it is there; of several alike, or of several teams, none is meant', () => {
  expect(spellCaseName('martin-12', ['Martin 12', 'Diallo'])).toBe('Martin 12');
  expect(spellCaseName('new', ['Martin 12'])).toBe('new');
  expect(spellCaseName('martin-12', ['Martin 12', 'MARTIN_12'])).toBeUndefined();
  expect(spellCaseName('Martin 12', ['Martin 12', 'martin-12'])).toBe('Martin 12');
  expect(spellCaseName('Martin 12', ['Martin 12', 'Martin 12'])).toBeUndefined();
});
