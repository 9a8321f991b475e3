import { beforeAll, describe, expect, it } from 'vitest';
import { judgeRelations, type RelationRules } from '#casework/relations/judge-relations.ts';
import type { CaseFacts, CasePaper } from '#domain/case-paper.ts';
import { humanitarianCasework } from '../../support/a-case.ts';
import { inOrder, paperOf, type RelationOutline } from './paper-of.ts';

let rules: RelationRules;
beforeAll(async () => {
  rules = await humanitarianCasework();
});

const ASOF = '2026-11-26';
function judge(papers: readonly CasePaper[], facts: CaseFacts = {}) {
  return judgeRelations({ papers: inOrder(papers), facts, asOf: ASOF }, rules);
}
function findings(papers: readonly CasePaper[], facts: CaseFacts = {}) {
  return judge(papers, facts)
    .findings.filter(({ kind }) => kind === 'person')
    .map(({ rule, severity, papers: keys }) => [rule, severity, ...keys].join(' '));
}

const slip = (key: string, employee: string, more: Partial<RelationOutline> = {}): CasePaper =>
  paperOf({ key, type: 'pay-slip', fields: { employee }, text: `Bulletin de paie\n${employee}`, ...more });
const passport = (key: string, givenNames: string, surname: string, birth: string): CasePaper =>
  paperOf({ key, type: 'passport', fields: { givenNames, surname, birth }, text: `${surname} ${givenNames}` });
const birthOn = (iso: string) => [{ iso, role: 'birth' as const, text: iso }];

describe("a paper in somebody else's name", () => {
  it('is told, with the name on it', () => {
    const { findings: all } = judge([slip('s', 'Cheikh DIOP')], { client: 'Awa Sanogo' });
    expect(all[0]).toMatchObject({ rule: 'person-somebody-else', severity: 'weak', papers: ['s'] });
    expect(all[0]?.message.fr).toContain('au nom de Cheikh DIOP, et non de Awa Sanogo');
  });

  it.each<[string, CasePaper]>([
    [
      'names the client elsewhere',
      slip('s', 'Cheikh DIOP', { text: 'Salariée : Mme SANOGO\nAwa, représentée par DIOP' }),
    ],
    ['was read badly', slip('s', 'Cheikh DIOP', { reading: 0.6 })],
    ['gives a single name', slip('s', 'DIOP')],
    ['gives a name in another script', slip('s', 'Ковальчук Оксана')],
    ['gives an initial', slip('s', 'A. DIOP')],
    ['gives a name that may be a spelling', slip('s', 'Awa SANOGI')],
    [
      'names a person that need not be the client',
      paperOf({ key: 's', type: 'school-certificate', fields: { pupil: 'Moussa DIALLO' } }),
    ],
    ['is signed by somebody else', paperOf({ key: 's', type: 'work-contract', fields: { person: 'Odile GARNIER' } })],
    [
      'is by a witness',
      paperOf({ key: 's', type: 'affidavit', fields: { person: 'Jeanne BOUVIER' }, text: 'Je soussignée' }),
    ],
    [
      'has a heading where the name was looked for',
      slip('s', 'DIRECTION GENERALE', { letterhead: { issuer: 'Direction générale SA' } }),
    ],
    ['has a word of forms in the name', slip('s', 'Nom Prénom')],
  ])('is not told of a paper that %s', (_why, paper) =>
    expect(findings([paper], { client: 'Awa Sanogo' })).toEqual([]),
  );

  it('shares a name with the client: a relative, or another name of hers, is asked about', () => {
    expect(findings([slip('s', 'Fatoumata SANOGO')], { client: 'Awa Sanogo' })).toEqual(['person-relative info s']);
  });

  it("bears another name and the client's birth date: the same person, to be explained", () => {
    const paper = slip('s', 'Cheikh DIOP', { dates: birthOn('1994-07-03') });
    expect(findings([paper], { client: 'Awa Sanogo', birth: '1994-07-03' })).toEqual(['person-other-name info s']);
  });

  it("in another script counts when the birth date is another's too", () => {
    const paper = slip('s', 'Ковальчук Оксана', { dates: birthOn('1990-11-21') });
    expect(findings([paper], { client: 'Awa Sanogo', birth: '1994-07-03' })).toEqual(['person-somebody-else weak s']);
  });

  it("the children's passports beside the client's own are as it should be", () => {
    const own = passport('own', 'Davit', 'Gelashvili', '1986-03-09');
    const child = passport('child', 'Nika', 'Gelashvili', '2018-05-09');
    expect(findings([own, child], { client: 'Davit Gelashvili' })).toEqual([]);
    expect(findings([child], { client: 'Davit Gelashvili' })).toEqual(['person-relative info child']);
  });

  it('is a hint only while nobody but the papers says who the client is', () => {
    const papers = [slip('a', 'Awa SANOGO'), slip('b', 'Awa SANOGO'), slip('c', 'Cheikh DIOP')];
    expect(findings(papers)).toEqual(['person-somebody-else info c']);
    expect(findings([slip('a', 'Awa SANOGO'), slip('c', 'Cheikh DIOP')])).toEqual([]);
  });
});

describe('people', () => {
  it('are put together over spellings and scripts, the client first', () => {
    const { relations } = judge(
      [
        slip('a', 'Cheikh DIOP'),
        slip('b', 'KOVALTCHOUK Oksana'),
        paperOf({ key: 'c', type: 'medical-certificate', fields: { patient: 'Ковальчук Оксана' } }),
        paperOf({ key: 'd', type: 'ngo-statement', text: 'Nous suivons Mme Oksana Kovalchuk depuis 2023.' }),
      ],
      { client: 'Oksana Kovalchuk' },
    );
    expect(relations.people).toEqual([
      { name: 'Oksana Kovalchuk', isClient: true, papers: ['b', 'c', 'd'] },
      { name: 'Cheikh DIOP', isClient: false, papers: ['a'] },
    ]);
  });

  it('a surname alone joins when it can be of one person only', () => {
    const papers = [slip('a', 'Arben BERISHA'), slip('b', 'BERISHA'), slip('c', 'Teuta BERISHA')];
    const groups = judge(papers).relations.people.map(({ papers: keys }) => keys);
    expect(groups).toEqual(expect.arrayContaining([['a'], ['c']]));
    expect(judge(papers.slice(0, 2)).relations.people.map(({ papers: keys }) => keys)).toEqual([['a', 'b']]);
  });

  it('two spellings of the client are told once; accents, order and scripts are no spellings', () => {
    const client = { client: 'Mohamed Benali' };
    const two = [slip('a', 'Mohamed BENALI'), slip('b', 'BENALI Muhammad'), slip('c', 'BENALI Muhammad')];
    expect(findings(two, client)).toEqual(['person-spellings info b c']);
    expect(
      findings([slip('a', 'BÉNALI Mohamed'), slip('b', 'محمد بن علي'), slip('c', 'Ben Ali Mohamed')], client),
    ).toEqual([]);
  });
});

describe('birth dates', () => {
  const own = passport('p', 'Awa', 'Sanogo', '1994-07-03');
  const receipt = (iso: string) =>
    paperOf({ key: 'r', type: 'application-receipt', fields: { person: 'SANOGO Awa' }, dates: birthOn(iso) });
  it.each([
    ['1994-07-03', []],
    ['1994', []],
    ['1988-02-11', ['birth-differs blocking r p']],
    ['1994-03-07', ['birth-swapped weak r p']],
    ['1994-07-08', ['birth-slip weak r p']],
    ['1994-01-01', ['birth-conventional info r p']],
  ])('%s beside 1994-07-03', (iso, told) => expect(findings([own, receipt(iso)])).toEqual(told));

  it('of a family on one paper say nothing', () => {
    const family = slip('f', 'Awa SANOGO', { dates: [...birthOn('1988-02-11'), ...birthOn('2019-11-19')] });
    expect(findings([own, family])).toEqual([]);
  });

  it('read without certainty say nothing', () => {
    const doubtful = slip('f', 'Awa SANOGO', {
      dates: [{ iso: '1988-02-11', role: 'birth', text: '', confidence: 0.6 }],
    });
    expect(findings([own, doubtful])).toEqual([]);
  });
});

describe('a pipeline that says nothing of people', () => {
  it('has no findings and no groups', () => {
    const { casework, pipeline } = rules;
    const { people: _people, ...without } = casework;
    const input = { papers: inOrder([slip('s', 'Cheikh DIOP')]), facts: { client: 'Awa Sanogo' }, asOf: ASOF };
    expect(judgeRelations(input, { pipeline, casework: without }).relations.people).toEqual([]);
  });
});
