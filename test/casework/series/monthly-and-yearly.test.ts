import { beforeAll, describe, expect, it } from 'vitest';
import type { CasePaper } from '#domain/case-paper.ts';
import { paperOf, type RelationOutline } from '../relations/paper-of.ts';
import { seriesOf, toldOf } from './findings-of.ts';

let judge: Awaited<ReturnType<typeof seriesOf>>;
beforeAll(async () => {
  judge = await seriesOf();
});

const slip = (period: string, fields: RelationOutline['fields'] = {}, text = ''): CasePaper =>
  paperOf({
    key: period,
    type: 'pay-slip',
    fields: { period, employer: 'NETTOYAGE ATLANTIQUE SARL', ...fields },
    text,
  });

describe('pay slips', () => {
  const gaps = (papers: readonly CasePaper[]) => judge(papers).filter(({ rule }) => rule === 'pay-slips-gap');

  it('that lack between the first and the last are named, over the turn of the year', () => {
    const [gap] = gaps([slip('2026-02'), slip('2025-11'), slip('2026-03')]);
    expect(gap?.message.fr).toContain('de 11/2025 à 03/2026 : il manque 12/2025 et 01/2026');
    expect(gap?.papers).toEqual(['2025-11', '2026-02', '2026-03']);
  });
  it.each<[string, CasePaper[]]>([
    ['none that lacks', [slip('2025-12'), slip('2026-01')]],
    ['a stretch longer than half a year', [slip('2025-01'), slip('2025-12')]],
    ['two employers', [slip('2026-01'), slip('2026-04', { employer: 'BOULANGERIE MOREL' })]],
    ['a month that was not read', [slip('2026-01'), slip('', {})]],
  ])('%s is no gap', (_what, papers) => expect(gaps(papers)).toEqual([]));

  it.each<[string, RelationOutline['fields'], RelationOutline['fields']]>([
    [
      'by number',
      { siret: '44306184100047', employer: 'NETTOYAGE ATL.' },
      { siret: '44306184100047', employer: 'Sté N.A.' },
    ],
    ['by name, its legal form aside', { employer: 'Nettoyage Atlantique' }, { employer: 'SARL NETTOYAGE ATLANTIQUE' }],
    [
      'by most words of a misread name',
      { employer: 'NETTOYAGE ATLANTIQUE OUEST' },
      { employer: 'NETTOYAGE ATLANTIQUE 0UESL' },
    ],
  ])('are of one employer %s', (_how, one, other) => {
    expect(gaps([slip('2026-01', one), slip('2026-03', other)])).toHaveLength(1);
  });

  it('of one month with two amounts contradict each other', () => {
    const twice = [
      { ...slip('2026-05', { net: 1500 }), key: 'a' },
      { ...slip('2026-05', { net: 1600 }), key: 'b' },
    ];
    expect(toldOf(judge(twice), 'series')).toEqual(['pay-slips-same-month a b']);
  });

  const totals = (month: string, gross: number, total: string) =>
    slip(month, { gross }, `SALAIRE BRUT 2 000,00\nCumuls annuels ${total} 14 512,08 1 398,00`);
  it.each([
    ['16 000,00', [], 'that add up'],
    ['13 000,00', ['pay-slips-total-falls 2026-08 2026-07'], 'that fall'],
    ['17 500,00', ['pay-slips-total-does-not-add-up 2026-08 2026-07'], 'that grow by more than the month'],
    ['1 600,00', [], 'below the month itself, hence misread'],
  ])('totals since January: %s %j, %s', (total, told) => {
    expect(toldOf(judge([totals('2026-07', 2000, '14 000,00'), totals('2026-08', 2000, total)]), 'series')).toEqual(
      told,
    );
  });
  it('totals begin anew with the year', () => {
    expect(
      toldOf(judge([totals('2025-12', 2000, '24 000,00'), totals('2026-01', 2000, '2 000,00')]), 'series'),
    ).toEqual([]);
  });
});

describe('tax notices', () => {
  const notice = (year?: number): CasePaper =>
    paperOf({ key: String(year), type: 'tax-notice', fields: year === undefined ? {} : { year } });
  it.each([
    ['2026-11-26', [2025], []],
    ['2026-11-26', [2024], ['tax-notices-old 2024']],
    // In August not everybody has the notice yet.
    ['2026-08-31', [2024], []],
    ['2026-09-01', [2024], ['tax-notices-old 2024']],
    ['2026-02-01', [2024], []],
    ['2026-02-01', [2025], []],
    ['2026-11-26', [2022, 2025], ['tax-notices-missing 2022 2025']],
    ['2026-11-26', [], []],
  ])('as of %s, of %j: %j', (asOf, years, told) => {
    expect(toldOf(judge(years.map(notice), { asOf }), 'tax-year')).toEqual(told);
  });
  it('lack since the entry when it is known, and no further back than makes sense', () => {
    const since = (entry: string) =>
      judge([notice(2025)], { facts: { entry } }).find(({ rule }) => rule === 'tax-notices-missing')?.message.fr;
    expect(since('2023-05')).toContain('revenus de 2023 et 2024.');
    expect(since('1990')).toContain('revenus de 2018, 2019');
    expect(since('2025-02-01')).toBeUndefined();
  });
  it('of a year that was not read may be the one in force', () => {
    expect(toldOf(judge([notice(2023), notice()]), 'tax-year')).toEqual(['tax-notices-unread undefined']);
  });
});

describe('pages', () => {
  const page = (key: string, number: string, more: Partial<RelationOutline> = {}) =>
    paperOf({ key, type: 'tax-notice', text: `AVIS\nrevenus\nPage ${number}`, ...more });
  it('of one paper in several files are put together, in order', () => {
    const [found] = judge([page('c', '3/3'), page('a', '1/3'), page('b', '2/3')]).filter(
      ({ kind }) => kind === 'pages',
    );
    expect(found).toMatchObject({ rule: 'pages-apart', papers: ['a', 'b', 'c'] });
  });
  it('that are nowhere are named', () => {
    const [found] = judge([page('a', '1/4'), page('c', '3/4')]).filter(({ kind }) => kind === 'pages');
    expect(found).toMatchObject({ rule: 'pages-absent', papers: ['a', 'c'] });
    expect(found?.message.fr).toContain('il manque 2 et 4');
  });
  it.each<[string, CasePaper[], number]>([
    ['a whole paper', [page('a', '1/2\nPage 2/2', { pages: 2 })], 0],
    ['a whole paper of which not every number was read', [page('a', '1/3', { pages: 3 })], 0],
    ['a date that looks like a page', [page('a', '', { text: 'le 12/2026' })], 0],
    ['the same page of two papers', [page('a', '1/2'), page('b', '1/2')], 2],
    ['papers that announce other totals', [page('a', '1/2'), page('b', '2/3')], 2],
    ['papers of two types', [page('a', '1/2'), page('b', '2/2', { type: 'police-report' })], 2],
  ])('%s: %#', (_what, papers, count) => expect(toldOf(judge(papers), 'pages')).toHaveLength(count));
});
