import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { type CompareNames, createNameComparison } from '#casework/relations/people/compare-names.ts';
import { createNameReader, type NameReader } from '#casework/relations/people/name-reader.ts';
import { humanitarianCasework } from '../../support/a-case.ts';
import { SAME_NAMES } from './same-names.ts';

let reader: NameReader;
let compareNames: CompareNames;
beforeAll(async () => {
  const { people } = (await humanitarianCasework()).casework;
  if (people === undefined) throw new Error('people.yaml is missing or wrong');
  reader = createNameReader(people.names);
  compareNames = createNameComparison(people.names);
});
const compare = (one: string, other: string) => compareNames(reader.name(one), reader.name(other));

describe('one person', () => {
  it.each(SAME_NAMES)('%s is %s', (one, other) => expect(compare(one, other)).toBe('same'));
});

describe('a part of a name', () => {
  it.each([
    ['J. Dupont', 'Jean DUPONT'],
    ['Joy E.', 'Joy EZE'],
    ['BERISHA', 'Arben Berisha'],
    ['محمد', 'Mohammed'],
  ])('%s may be %s', (one, other) => expect(compare(one, other)).toBe('partial'));
});

describe('names that are not surely one', () => {
  it.each([
    ['Karim BENALI', 'Karima BENALI'],
    ['Louis MARTIN', 'Louise Martin'],
    ['Aleksandr PETROV', 'Aleksandra PETROV'],
    ['Fatima BENALI', 'Fatiha BENALI'],
    ['Hamid KARZAI', 'Hamad KARZAI'],
    ['محمود حسن', 'Mohamed Hassan'],
    ['حسن كريمي', 'Hussein Karimi'],
  ])('%s and %s are left open', (one, other) => expect(compare(one, other)).toBe('doubtful'));
});

describe('two people', () => {
  it.each([
    ['Hassan ALI', 'Hussein ALI', 'related'],
    ['Fatoumata KONE', 'Amina KONE', 'related'],
    ['Maria Garcia Lopez', 'Maria Garcia Perez', 'related'],
    ['Nguyen Van An', 'Nguyen Van Binh', 'related'],
    ['Mohamed DIALLO', 'Mamadou DIALLO', 'related'],
    ['Tewolde HABTE', 'Tewolde Haile', 'related'],
    ['Mohammed Rafiq HOSSAIN', 'Mohammed Karim UDDIN', 'related'],
    ['Li Wei', 'Li Na', 'related'],
    ['Ivan Petrov', 'Piotr PETROV', 'related'],
    ['أحمد علي', 'Ahmed OMAR', 'related'],
    ['محمود علي حسن', 'Mohamed KARIM Hassan', 'related'],
    ['Awa SANOGO', 'Jean DUPONT', 'different'],
    ['Omar Said', 'Amir Sidi', 'different'],
    ['Chen Wei', 'Wang Xiaoming', 'different'],
    ['محمد علي', 'Ahmed Omar', 'different'],
  ])('%s is not %s', (one, other, verdict) => expect(compare(one, other)).toBe(verdict));
});

describe('whatever the names', () => {
  const word = fc.stringMatching(/^[A-Z][a-z]{1,9}$/);
  const otherWord = fc.constantFrom(
    'محمد',
    'علي',
    'Оксана',
    'ნიკა',
    'Fatima',
    'ben',
    'El',
    'X',
    'Nguyễn',
    '王',
    'épouse',
  );
  const name = fc.array(fc.oneof({ weight: 3, arbitrary: word }, otherWord), { minLength: 1, maxLength: 5 });

  it('the verdict is the same both ways', () => {
    fc.assert(
      fc.property(name, name, (one, other) => {
        expect(compare(one.join(' '), other.join(' '))).toBe(compare(other.join(' '), one.join(' ')));
      }),
    );
  });

  const plain = fc.array(word, { minLength: 2, maxLength: 4 });
  const ACCENTS: Readonly<Record<string, string>> = { a: 'à', e: 'é', i: 'ï', o: 'ô', u: 'ù', c: 'ç' };

  it('order, accents and case change nothing', () => {
    fc.assert(
      fc.property(plain, plain, (one, other) => {
        const changed = one
          .toReversed()
          .map((part) => part.replace(/[aeiouc]/g, (letter) => ACCENTS[letter] ?? letter).toUpperCase());
        expect(compare(changed.join(' '), other.join(' '))).toBe(compare(one.join(' '), other.join(' ')));
      }),
    );
  });

  it('a name is its own, and never somebody else’s', () => {
    fc.assert(
      fc.property(name, (one) => {
        expect(['same', 'partial', 'doubtful']).toContain(compare(one.join(' '), one.join(' ')));
      }),
    );
  });

  it('a sentence in place of a name takes no time', () => {
    const long = 'Mohamed '.repeat(200);
    const start = performance.now();
    expect(compare(long, long)).toBe('same');
    expect(performance.now() - start).toBeLessThan(1000);
  });
});
