import { describe, expect, it } from 'vitest';
import { joinStrengths } from '#casework/matrix/join-strengths.ts';
import type { CriterionJudgement } from '#domain/case-judgement.ts';
import type { CasePaper } from '#domain/case-paper.ts';
import { aFlag, aPaper } from '../../support/a-case.ts';
import { both, smallMatrix } from './small-matrix.ts';

type Changes = Parameters<typeof smallMatrix>[1];

function judged(id: string, papers: readonly CasePaper[], changes?: Changes): CriterionJudgement | undefined {
  return smallMatrix(papers, changes).criteria.find((one) => one.id === id);
}
const doubtful = (key: string, type: string) =>
  aPaper(key, type, { type: { id: type, confidence: 0.4, alternatives: [], because: [] } });

describe('papers joined', () => {
  const typeOf = (paper: string): string => paper.slice(0, 4);
  it('count the strongest of a type in full, whatever their order', () => {
    const papers = [
      { paper: 'bill 1', strength: 20 },
      { paper: 'bill 2', strength: 60 },
    ];
    // 1 − 0.4 × (1 − 0.1)
    expect(joinStrengths(papers, typeOf, 0.5)).toBe(64);
    expect(joinStrengths([...papers].reverse(), typeOf, 0.5)).toBe(64);
  });
  it('count each type for itself', () => {
    expect(joinStrengths([{ paper: 'bill', strength: 60 }, { paper: 'note', strength: 20 }], typeOf, 0.5)).toBe(68); // biome-ignore format: one row
  });
});

describe('a criterion', () => {
  it('is met from the limit on, by what its papers are together', () => {
    expect(judged('help', [aPaper('a', 'slip')])).toMatchObject({ coverage: 'met', strength: 75 });
    expect(judged('help', [aPaper('a', 'slip')], { matrix: { metFrom: 76 } })).toMatchObject({ coverage: 'weak' });
  });
  it('is said with how many papers carry it, how well, and the type of the strongest', () => {
    expect(judged('help', [aPaper('a', 'bill'), aPaper('b', 'letter')])?.because).toEqual([
      { rule: 'met', message: { fr: 'met 2 90 LETTER (fr) (fr)', en: 'met 2 90 LETTER (en) (en)' }, papers: ['b', 'a'] },
    ]); // biome-ignore format: a table reads better in rows
    expect(judged('help', [aPaper('a', 'slip')])?.because[0]?.message.en).toBe('met 1 75 slip (en)');
  });
  it('that no paper speaks to is missing, and nothing else is said of it', () => {
    const needs = [{ id: 'nobody', criterion: 'home', anyOf: ['letter'], message: both('nobody') }];
    expect(judged('home', [], { matrix: { needs, supporting: ['home'] } })).toEqual({
      id: 'home',
      label: both('home'),
      coverage: 'missing',
      strength: 0,
      rank: 3,
      because: [{ rule: 'missing', message: both('missing'), papers: [] }],
    });
  });
  it('is weak without the paper that it needs, however strong, and says what is lacking', () => {
    const needs = [{ id: 'nobody', criterion: 'help', anyOf: ['letter'], message: both('nobody') }];
    const bills = [aPaper('a', 'bill'), aPaper('b', 'slip')];
    const lacking = judged('help', bills, { matrix: { needs } });
    expect(lacking).toMatchObject({ coverage: 'weak', strength: 74 });
    expect(lacking?.because[1]).toEqual({ rule: 'nobody', message: both('nobody'), papers: [] });
    expect(judged('help', [...bills, aPaper('c', 'letter')], { matrix: { needs } })?.because).toHaveLength(1);
    const worthless = smallMatrix([...bills, aPaper('c', 'letter', { text: 'x' })], {
      matrix: { needs, places: [{ id: 'far', criterion: 'help', types: ['letter'], inFrance: 'no', factor: 0, message: both('far') }] },
      countryOf: () => 'no',
    }); // biome-ignore format: short keys in rows
    expect(worthless.criteria.find(({ id }) => id === 'help')?.coverage).toBe('weak');
  });
  it('needs nothing that another criterion needs', () => {
    const needs = [{ id: 'nobody', criterion: 'home', anyOf: ['letter'], message: both('nobody') }];
    expect(judged('help', [aPaper('a', 'slip')], { matrix: { needs } })).toMatchObject({
      coverage: 'met',
      strength: 75,
    });
  });
  it('that only supports a file says so', () => {
    expect(judged('help', [aPaper('a', 'letter')], { matrix: { supporting: ['help'] } })?.because[1]).toEqual({
      rule: 'supporting',
      message: both('supporting'),
      papers: [],
    });
  });
});

describe('what a person has yet to look at', () => {
  it('leaves a criterion unclear when it alone speaks to it, however little', () => {
    expect(judged('help', [doubtful('a', 'bill')])).toMatchObject({
      coverage: 'unclear',
      strength: 0,
      because: [{ rule: 'unclear', message: { fr: 'unclear 1 BILL (fr) (fr)' }, papers: ['a'] }],
    });
  });
  it('leaves a criterion unclear when it would make a weak one met, and names it alone', () => {
    const papers = [aPaper('weak', 'bill'), doubtful('open', 'slip'), aPaper('copy', 'slip', { copyOf: 'weak' })];
    expect(judged('help', papers)).toMatchObject({
      coverage: 'unclear',
      strength: 50,
      because: [{ papers: ['open'] }],
    });
  });
  it('leaves it unclear from the very limit on', () => {
    const matrix = { metFrom: 88 };
    // 1 − 0.5 × 0.25 = 87.5 %
    expect(judged('help', [aPaper('a', 'bill'), doubtful('b', 'slip')], { matrix })?.coverage).toBe('unclear');
    expect(judged('help', [aPaper('a', 'bill'), doubtful('b', 'slip')], { matrix: { metFrom: 89 } })?.coverage).toBe(
      'weak',
    );
  });
  it('is no copy, no grave flag and no paper of another person: these never come to count', () => {
    expect(judged('help', [aPaper('a', 'letter', { copyOf: 'b' })])?.coverage).toBe('missing');
    expect(judged('help', [aPaper('a', 'letter', { flags: [aFlag('unreadable')] })])?.coverage).toBe('missing');
    expect(judged('help', [aPaper('a', 'letter')], { strangers: new Set(['a']) })?.coverage).toBe('missing');
  });
});

describe('the order', () => {
  it('of papers is: what counts, then what is stronger, then the key', () => {
    const papers = [
      aPaper('z', 'bill'),
      aPaper('copy', 'letter', { copyOf: 'z' }),
      aPaper('b', 'bill'),
      aPaper('l', 'letter'),
    ];
    const { cells } = smallMatrix(papers); // biome-ignore format: one row
    expect(cells.filter(({ criterion }) => criterion === 'help').map(({ paper }) => paper)).toEqual([
      'l',
      'b',
      'z',
      'copy',
    ]);
    expect(smallMatrix([...papers].reverse()).cells).toEqual(cells);
  });
  const order = (papers: readonly CasePaper[], changes?: Changes) =>
    smallMatrix(papers, changes).criteria.map(({ id, rank }) => `${rank} ${id}`);
  it('of criteria is that of the table when nothing else tells them apart', () =>
    expect(order([])).toEqual(['1 help', '2 home', '3 work']));
  it('of criteria is: what is met, what is unclear, what is weak, what is missing', () => {
    expect(order([aPaper('a', 'note'), doubtful('b', 'letter')])).toEqual(['1 work', '2 help', '3 home']);
    expect(order([aPaper('a', 'letter', { flags: [aFlag('torn')] })])).toEqual(['1 help', '2 work', '3 home']);
    expect(order([aPaper('a', 'bill')])).toEqual(['1 home', '2 help', '3 work']);
  });
  it('of what is met puts what carries a file alone first, then what is stronger', () => {
    const papers = [aPaper('a', 'bill'), aPaper('b', 'letter'), aPaper('c', 'note')];
    expect(order(papers)).toEqual(['1 help', '2 home', '3 work']);
    expect(order(papers, { matrix: { supporting: ['help'] } })).toEqual(['1 home', '2 work', '3 help']);
    expect(order([aPaper('b', 'letter'), aPaper('d', 'bill'), aPaper('c', 'bill')])[0]).toBe('1 home');
  });
});
