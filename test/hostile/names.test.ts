import { beforeAll, expect, it } from 'vitest';
import { createNameComparison } from '#casework/relations/people/compare-names.ts';
import { createNameReader } from '#casework/relations/people/name-reader.ts';
import { humanitarianCasework } from '../support/a-case.ts';

let compare: (one: string, other: string) => string;
beforeAll(async () => {
  const { people } = (await humanitarianCasework()).casework;
  if (people === undefined) throw new Error('people.yaml is missing or wrong');
  const reader = createNameReader(people.names);
  const compareNames = createNameComparison(people.names);
  compare = (one, other) => compareNames(reader.name(one), reader.name(other));
});

it.each([
  ['Cyrillic', 'Аminа DIALLO'],
  ['Greek', 'Amina DIΑLLO'],
  ['full-width', 'Ａｍｉｎａ DIALLO'],
  ['direction', '\u202eAmina\u202c DIALLO'],
  ['unseen', 'Ami\u200bna DIALLO'],
])('a name in look-alike letters is no other person (%s)', (_, name) => {
  expect(compare(name, 'Amina Diallo')).toBe('same');
});
