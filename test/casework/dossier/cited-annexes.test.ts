import { beforeAll, describe, expect, it } from 'vitest';
import { type CitationRules, citedAnnexes } from '#casework/dossier/cited-annexes.ts';
import type { CasePaper } from '#domain/case-paper.ts';
import { humanitarianCasework } from '../../support/a-case.ts';
import { paperOf } from '../relations/paper-of.ts';

let rules: CitationRules;
beforeAll(async () => {
  const { statement, papers } = (await humanitarianCasework()).casework;
  if (statement === undefined || papers === undefined) throw new Error('statement.yaml or papers.yaml is missing');
  rules = { statement, typeWords: papers.typeWords };
});

const letter = (text: string): CasePaper => paperOf({ key: 'letter', type: 'personal-statement', text });
const paper = (key: string, type: string, text = ''): CasePaper => paperOf({ key, type, text });
const numbers = (...papers: readonly CasePaper[]) => [...(citedAnnexes(papers, rules)?.numbers ?? [])].sort();

describe('the annexes as the statement numbers them', () => {
  it('are found by what it calls them, where one paper only is called so', () => {
    const cites = letter('J’ai porté plainte (Annexe 2 : procès-verbal). Mon passeport a été pris (Annexe 1).');
    expect(numbers(cites, paper('p', 'police-report'), paper('id', 'passport'))).toEqual([
      ['id', 1],
      ['p', 2],
    ]);
    expect(numbers(cites, paper('p', 'police-report'), paper('q', 'police-report'), paper('id', 'passport'))).toEqual([
      ['id', 1],
    ]);
  });
  it('are found by their author, and then by what is left', () => {
    const cites = letter('(Annexe 1 : certificat médical de l’ophtalmologue) (Annexe 2 : certificat médical)');
    const [eyes, other] = [
      paper('eyes', 'medical-certificate', 'Ophtalmologie'),
      paper('other', 'medical-certificate'),
    ];
    expect(numbers(cites, other, eyes)).toEqual([
      ['eyes', 1],
      ['other', 2],
    ]);
  });
  it('are found by words that stand in one paper only, where the statement has no name for them', () => {
    const cites = letter('L’ambassade refuse (Annexe 1 : lettre du consul). La procuration du notaire (Annexe 2).');
    const deed = paper('deed', 'other', 'PROCURATION GÉNÉRALE\nMaître Guiraud, notaire');
    expect(numbers(cites, deed, paper('consul', 'other', 'Ambassade\nLe consul'))).toEqual([
      ['consul', 1],
      ['deed', 2],
    ]);
  });
  it('that it names and that are not there take no other paper’s place, and keep their number free', () => {
    const cites = letter('Un restaurant veut m’embaucher (Annexe 2 : promesse d’embauche). Ma plainte (Annexe 1).');
    const receipt = paper('receipt', 'application-receipt', 'restaurant embaucher promesse');
    const cited = citedAnnexes([cites, paper('p', 'police-report'), receipt], rules);
    expect([...(cited?.numbers ?? [])]).toEqual([['p', 1]]);
    expect(cited?.last).toBe(2);
  });
  it('may be two under one number', () => {
    const cites = letter('Je suis suivie (Annexe 6 : rapport psychologique et certificat médical).');
    expect(numbers(cites, paper('a', 'psychological-report'), paper('b', 'medical-certificate'))).toEqual([
      ['a', 6],
      ['b', 6],
    ]);
  });
  it('are as they come where there is no statement, or several', () => {
    const cites = letter('Ma plainte (Annexe 1).');
    expect(citedAnnexes([paper('p', 'police-report')], rules)).toBeUndefined();
    expect(citedAnnexes([cites, { ...cites, key: 'another' }, paper('p', 'police-report')], rules)).toBeUndefined();
  });
});
