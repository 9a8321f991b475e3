import { beforeAll, describe, expect, it } from 'vitest';
import { compareTranslation, type NamedPerson } from '#casework/checking/compare-translation.ts';
import type { ReadPaper } from '#casework/checking/paper-facts.ts';
import { peopleOfPaper } from '#casework/checking/people-of-paper.ts';
import type { Casework } from '#definitions/casework/casework.ts';
import type { FoundDate } from '#domain/findings.ts';
import { aPaper, humanitarianCasework } from '../../support/a-case.ts';
import { pagesFromText } from '../../support/pages-from-text.ts';

const rules = { leastConfidence: 0.7 };

function date(text: string, iso: string, changes: Partial<FoundDate> = {}): FoundDate {
  const box: FoundDate['box'] = [0.1, 0.1, 0.1, 0.02];
  const place = { text, page: 1, box };
  return { ...place, iso, precision: 'day', role: 'other', calendar: 'gregory', confidence: 0.95, ...changes };
}

const paper = (text: string, ...dates: FoundDate[]): ReadPaper => ({ pages: pagesFromText(text), dates });
const compare = (original: ReadPaper, translation: ReadPaper, people: readonly NamedPerson[] = []) =>
  compareTranslation({ ...original, people }, translation, rules).map(
    ({ kind, verdict, original: before, translation: after }) => [kind, verdict, before, after],
  );

describe('days', () => {
  const born = paper('nació el 12 de abril de 1987', date('12 de abril de 1987', '1987-04-12'));

  it('that stand in both are no difference, however they are written', () => {
    expect(compare(born, paper('né le 12/04/1987', date('12/04/1987', '1987-04-12')))).toEqual([]);
  });

  it.each([
    ['a wrong figure', '1987-04-13'],
    ['two figures swapped', '1978-04-12'],
    ['day and month swapped', '1987-12-04'],
  ])('with %s are told with what stands there instead', (_, iso) => {
    expect(compare(born, paper('x', date('x', iso)))).toEqual([['day', 'differs', '1987-04-12', iso]]);
  });

  it('that are nowhere are missing; what the translation has more is not told', () => {
    expect(compare(born, paper('x', date('x', '2026-11-20')))).toEqual([['day', 'missing', '1987-04-12', null]]);
    expect(compare(paper('x'), born)).toEqual([]);
  });

  it('of other calendars compare as the day they mean, and their figures are no numbers', () => {
    const calendars = [
      ['۱۴۰۳/۰۴/۲۲', '2024-07-12', 'persian'],
      ['١٥ رمضان ١٤٤٥', '2024-03-25', 'islamic'],
      ['๑๒ เมษายน ๒๕๓๐', '1987-04-12', 'buddhist'],
      ['२०८१ वैशाख १', '2024-04-13', 'bikram-sambat'],
    ] as const;
    for (const [text, iso, calendar] of calendars) {
      const original = paper(`صادره ${text}`, date(text, iso, { calendar }));
      expect(compare(original, paper('délivré le x', date('x', iso)))).toEqual([]);
      const [year = '', month = '', day = ''] = iso.split('-');
      const wrong = `${year}-${month}-${day === '25' ? '26' : '21'}`;
      expect(compare(original, paper('délivré le x', date('x', wrong)))[0]?.[0]).toBe('day');
    }
  });

  it('that were read without certainty are left alone', () => {
    expect(compare(paper('x', date('x', '1987-04-12', { confidence: 0.4 })), paper('y'))).toEqual([]);
  });
});

describe('numbers', () => {
  it.each([
    ['رقم ٤٥٨٢١١٧', 'Arabic'],
    ['شماره ۴۵۸۲۱۱۷', 'Persian'],
    ['क्रमांक ४५८२११७', 'Devanagari'],
    ['নম্বর ৪৫৮২১১৭', 'Bengali'],
    ['No 4582117', 'Western'],
  ])('%s are the same in any digits (%s)', (text) => {
    expect(compare(paper(text), paper('numéro 4582117'))).toEqual([]);
    expect(compare(paper(text), paper('numéro 4582171'))).toEqual([['number', 'differs', '4582117', '4582171']]);
  });

  it('may be grouped otherwise', () => {
    expect(compare(paper('1.250.000 pesos'), paper('1 250 000 pesos'))).toEqual([]);
    expect(compare(paper('CC 52 148 963'), paper('carte n° 52148963'))).toEqual([]);
    expect(compare(paper('ref 2021/4432-B'), paper('réf. 4432 de 2021'))).toEqual([]);
  });

  it('that are nowhere are missing, and short ones say nothing', () => {
    expect(compare(paper('expediente 77120'), paper('dossier'))).toEqual([['number', 'missing', '77120', null]]);
    expect(compare(paper('12 años, calle 8'), paper('douze ans'))).toEqual([]);
  });

  it('have their place on both sides', () => {
    const [found] = compareTranslation({ ...paper('a\nref 77120'), people: [] }, paper('b\nc\nréf 77121'), rules);
    expect(found?.originalPlace).toMatchObject({ page: 1, text: '77120' });
    expect(found?.translationPlace?.text).toBe('77121');
    expect(found?.translationPlace?.box[1]).toBeGreaterThan(found?.originalPlace?.box[1] ?? 1);
  });
});

describe('names', () => {
  let people: Casework['people'];
  beforeAll(async () => {
    people = (await humanitarianCasework()).casework.people;
  });
  const of = (givenNames: string, surname: string): readonly NamedPerson[] =>
    peopleOfPaper(aPaper('a:1', 'birth-certificate', { fields: { givenNames, surname } }), people);

  it('are found in any spelling and order, in the letters of the translation', () => {
    const named = of('محمد', 'الأحمدي');
    expect(compare(paper('x'), paper('Monsieur AHMADI Mohamed, né à Kaboul'), named)).toEqual([]);
    expect(compare(paper('x'), paper('Madame Ruiz'), named)).toEqual([['name', 'missing', 'محمد الأحمدي', null]]);
  });

  it('of which only a part is there differ', () => {
    const person: NamedPerson = { name: 'Lucía Ortega', place: null, find: () => 'part' };
    expect(compare(paper('x'), paper('Lucie Ortega'), [person])).toEqual([['name', 'differs', 'Lucía Ortega', null]]);
  });
});
