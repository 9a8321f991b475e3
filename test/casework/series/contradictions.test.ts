import { beforeAll, describe, expect, it } from 'vitest';
import type { CasePaper } from '#domain/case-paper.ts';
import { paperOf, type RelationOutline } from '../relations/paper-of.ts';
import { type Given, seriesOf, toldOf } from './findings-of.ts';

let judge: Awaited<ReturnType<typeof seriesOf>>;
beforeAll(async () => {
  judge = await seriesOf();
});
const told = (papers: readonly CasePaper[], given?: Given) => toldOf(judge(papers, given), 'contradiction');
const a = (type: string, issued: string | null, more: Partial<RelationOutline> = {}): CasePaper =>
  paperOf({ key: type, type, issued, ...more });
const social = (issued: string | null, text: string) => a('social-worker-report', issued, { text });
const benefit = (issued: string | null, text: string) => a('benefit-decision', issued, { text });

describe('marital status and children', () => {
  it.each<[string, string, string, string[]]>([
    [
      'two answers in one year',
      'Situation familiale : célibataire',
      'Situation de famille : mariée',
      ['marital-status social-worker-report benefit-decision'],
    ],
    ['one answer', 'Situation familiale : célibataire', 'état civil : Célibataire', []],
    [
      'a form that lists the choices',
      'Situation familiale : célibataire\nsituation familiale : marié',
      'Situation de famille : mariée',
      [],
    ],
    ['words that say nothing of it', 'une mère célibataire courageuse', 'Situation de famille : mariée', []],
    [
      'numbers of children',
      'mère de deux enfants',
      "Nombre d'enfants : 3",
      ['children social-worker-report benefit-decision'],
    ],
    ['one number in words and figures', 'mère de deux enfants', "Nombre d'enfants : 2", []],
  ])('%s', (_what, one, other, expected) => {
    expect(told([social('2026-05-01', one), benefit('2026-09-01', other)])).toEqual(expected);
  });
  it('may change with the years, and undated papers do not tell', () => {
    const [one, other] = ['Situation familiale : célibataire', 'Situation de famille : mariée'];
    expect(told([social('2024-05-01', one), benefit('2026-09-01', other)])).toEqual([]);
    expect(told([social(null, one), benefit('2026-09-01', other)])).toEqual([]);
  });
  it('both papers are named', () => {
    const [found] = judge([
      social('2026-05-01', 'Situation familiale : célibataire'),
      benefit('2026-09-01', 'Situation de famille : mariée'),
    ]).filter(({ kind }) => kind === 'contradiction');
    expect(found?.message.fr).toContain('célibataire (Rapport social du 01/05/2026) et marié(e) (');
    expect(found?.message.fr).toContain('01/09/2026');
  });
});

describe('date of entry', () => {
  const entered = (type: string, iso: string, confidence = 0.95) =>
    a(type, '2026-05-01', { dates: [{ iso, role: 'entry', text: iso, confidence }] });
  it.each<[string, CasePaper[], Given, number]>([
    ['two days', [entered('police-report', '2022-10-03'), entered('personal-statement', '2024-10-09')], {}, 1],
    ['a year and a day of it', [entered('police-report', '2022'), entered('personal-statement', '2022-10-03')], {}, 0],
    ['what the organisation noted', [entered('police-report', '2022-10-03')], { facts: { entry: '2021' } }, 1],
    [
      'read without certainty',
      [entered('police-report', '2022-10-03', 0.6), entered('personal-statement', '2024-10-09')],
      {},
      0,
    ],
  ])('%s', (_what, papers, given, count) => expect(told(papers, given)).toHaveLength(count));
  it('names the places', () => {
    const long = paperOf({
      key: 'p',
      type: 'police-report',
      pages: 3,
      dates: [{ iso: '2022-10-03', role: 'entry', text: '' }],
    });
    const [found] = judge([long, entered('personal-statement', '2024-10-09')]).filter(
      ({ kind }) => kind === 'contradiction',
    );
    expect(found?.message.fr).toContain('page 1');
  });
});

describe('two addresses at once', () => {
  const bill = (key: string, issued: string, address: string) =>
    paperOf({ key, type: 'proof-of-address', issued, fields: { address } });
  const shelter = (address: string, issued: string) => a('shelter-attestation', issued, { letterhead: { address } });
  it.each<[string, CasePaper[], number]>([
    [
      'in two départements',
      [bill('a', '2026-10-14', '5 rue de Brest 35000 Rennes'), shelter('1 quai, 31200 Toulouse', '2026-10-29')],
      1,
    ],
    [
      'one after the other',
      [bill('a', '2026-08-14', '5 rue de Brest 35000 Rennes'), shelter('1 quai, 31200 Toulouse', '2026-10-29')],
      0,
    ],
    ['across Île-de-France', [bill('a', '2026-10-14', '93100 Montreuil'), shelter('75010 Paris', '2026-10-29')], 0],
    [
      'an address that was not read',
      [bill('a', '2026-10-14', 'Montant TTC'), shelter('31200 Toulouse', '2026-10-29')],
      0,
    ],
  ])('%s', (_what, papers, count) => expect(told(papers)).toHaveLength(count));
});

describe('income', () => {
  const slip = (period: string) => paperOf({ key: `slip ${period}`, type: 'pay-slip', fields: { period } });
  it('none, says a report of the month of a pay slip', () => {
    expect(told([social('2026-05-12', 'Madame est sans aucune ressource.'), slip('2026-05'), slip('2026-03')])).toEqual(
      ['no-income-and-pay social-worker-report slip 2026-05'],
    );
    expect(told([social('2026-05-12', 'Ses ressources sont modestes.'), slip('2026-05')])).toEqual([]);
    expect(told([social(null, 'Madame est sans ressources.'), slip('2026-05')])).toEqual([]);
  });
  it('zero, says the tax notice of a year with pay slips', () => {
    const notice = (referenceIncome: number) =>
      a('tax-notice', '2026-08-01', { fields: { year: 2025, referenceIncome } });
    expect(told([notice(0), slip('2025-05'), slip('2026-05')])).toEqual(['zero-tax-and-pay tax-notice slip 2025-05']);
    expect(told([notice(12_000), slip('2025-05')])).toEqual([]);
  });
});
