import { createHmac } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { judgeRelations, type RelationRules } from '#casework/relations/judge-relations.ts';
import { casesNamed } from '#casework/relations/people/cases-named.ts';
import { clientNames } from '#casework/relations/people/client-names.ts';
import type { PeopleRules } from '#definitions/casework/people.schema.ts';
import type { CaseFacts, CasePaper } from '#domain/case-paper.ts';
import { humanitarianCasework } from '../../support/a-case.ts';
import { inOrder, paperOf } from './paper-of.ts';
import { SAME_NAMES } from './same-names.ts';

let rules: RelationRules;
let people: PeopleRules;
beforeAll(async () => {
  rules = await humanitarianCasework();
  if (rules.casework.people === undefined) throw new Error('people.yaml is missing or wrong');
  people = rules.casework.people;
});

const blind = (key: string): string => createHmac('sha256', 'a key').update(key).digest('hex');
const letter = (text: string): CasePaper => paperOf({ key: 'letter', type: 'ngo-statement', text });
/** The cases of these clients, as the database has them. */
const blindCases = (...clients: readonly string[]) =>
  clients.map((client) => ({
    id: client,
    keys: clientNames({ papers: [], facts: { client } }, people).keys.map(blind),
  }));

describe('the cases whose client a paper may name', () => {
  // A letter misread for a consonant changes what a word is looked up by; two names of two letters are too little to go by in a text.
  const lookedUp = SAME_NAMES.filter(([, written]) => !['TRAORC Mariam', 'Na Li'].includes(written));
  it.each(lookedUp)('%s is found where it is written %s', (client, written) => {
    const paper = letter(`Je soussignée atteste que ${written} vient chaque semaine`);
    expect([...casesNamed([paper], blindCases(client, 'Oumou SY'), { rules: people, blind })]).toEqual([client]);
  });
  it('are found by the fields of a paper too', () => {
    const paper = paperOf({ key: 's', type: 'pay-slip', fields: { employee: 'SANOGHO Awa' }, text: '' });
    expect([...casesNamed([paper], blindCases('Awa SANOGO'), { rules: people, blind })]).toEqual(['Awa SANOGO']);
  });
  it.each([
    ['words of it are far apart', 'Le docteur KONE a reçu en consultation ce jour la patiente dont le nom est Aminata'],
    ['one word of it stands there', 'Rue Aminata, Bamako'],
    ['it is written as no name is', 'kone aminata'],
  ])('are not looked at when %s', (_why, text) => {
    expect(casesNamed([letter(text)], blindCases('Aminata KONE'), { rules: people, blind }).size).toBe(0);
  });
});

describe('a paper that names a client of another case', () => {
  const slip = paperOf({
    key: 's',
    type: 'pay-slip',
    fields: { employee: 'Cheikh DIOP' },
    text: 'Salarié : Cheikh DIOP',
  });
  const others = [{ case: 'case-7', names: ['Sheikh Diop'] }];
  const judge = (papers: readonly CasePaper[], facts: CaseFacts = { client: 'Awa Sanogo' }, otherClients = others) =>
    judgeRelations({ papers: inOrder(papers), facts, asOf: '2026-11-26', otherClients }, rules);

  it('is told once, with the case that is meant and without a word on that client', () => {
    const { findings, relations } = judge([slip]);
    expect(findings).toMatchObject([
      { rule: 'person-other-client', severity: 'weak', papers: ['s'], otherCases: ['case-7'] },
    ]);
    expect(JSON.stringify([findings, relations])).not.toMatch(/d[iy]op|cheikh|sheikh/i);
  });
  it('is told when only its text names that client', () => {
    const { findings } = judge([letter('Nous suivons Monsieur DIOP Cheikh depuis mars 2024.')]);
    expect(findings).toMatchObject([{ rule: 'person-other-client', papers: ['letter'] }]);
  });
  it('is a hint only when it names the client as well: spouses and friends have cases too', () => {
    const { findings } = judge([letter('Mme Awa SANOGO et M. Cheikh DIOP sont hébergés ensemble.')]);
    expect(findings).toMatchObject([{ rule: 'person-other-client-too', severity: 'info', otherCases: ['case-7'] }]);
  });
  it.each([
    ['is a namesake of this client', 'Cheikh DIOP', 'Sheikh Diop'],
    ['may be this client', 'Karim BENALI', 'Karima BENALI'],
  ])('is nothing when that client %s', (_why, client, other) => {
    const paper = paperOf({ key: 's', type: 'pay-slip', fields: { employee: other }, text: other });
    const told = judge([paper], { client }, [{ case: 'case-7', names: [other] }]).findings;
    expect(told.filter(({ otherCases }) => otherCases !== undefined)).toEqual([]);
  });
  it('is nothing when it has a single word of the name', () => {
    const one = [{ case: 'case-7', names: ['DIOP'] }];
    expect(judge([letter('Rue Cheikh Anta DIOP')], undefined, one).findings).toEqual([]);
  });
});
