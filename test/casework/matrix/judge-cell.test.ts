import { describe, expect, it } from 'vitest';
import type { Cell } from '#domain/case-judgement.ts';
import type { CasePaper } from '#domain/case-paper.ts';
import { aFlag, aPaper } from '../../support/a-case.ts';
import { both, smallMatrix } from './small-matrix.ts';

type Changes = Parameters<typeof smallMatrix>[1];

/** What a paper is worth for help. */
function cellOf(paper: CasePaper, changes: Changes = {}): Cell | undefined {
  return smallMatrix([paper], changes).cells.find(({ criterion }) => criterion === 'help');
}
/** What follows the weight. */
const factorsOf = (paper: CasePaper, changes: Changes = {}) => cellOf(paper, changes)?.factors.slice(1);
const unsure = (confidence: number) => ({ type: { id: 'letter', confidence, alternatives: [], because: [] } });

describe('what a paper is worth for a criterion', () => {
  it('is the weight of its type, said with the name of the type', () => {
    expect(cellOf(aPaper('a', 'letter'))).toEqual({
      paper: 'a',
      criterion: 'help',
      weight: 0.8,
      factors: [
        { rule: 'evidence-table', value: 1, message: { fr: 'LETTER (fr) 0,8 (fr)', en: 'LETTER (en) 0.8 (en)' } },
      ],
      strength: 80,
      isCounted: true,
    });
  });
  it('is said by the id of a type that nobody described', () => {
    expect(cellOf(aPaper('a', 'slip'))?.factors[0]?.message).toEqual({ fr: 'slip 0,75 (fr)', en: 'slip 0.75 (en)' });
  });
  it('is nothing where the table has no figure for its type, and for a paper without one', () => {
    expect(cellOf(aPaper('a', 'note'))).toBeUndefined();
    expect(cellOf(aPaper('a', 'letter', { type: null }))).toBeUndefined();
  });
});

describe('a flag', () => {
  it('takes off its share, and says so', () => {
    expect(cellOf(aPaper('a', 'letter', { flags: [aFlag('torn')] }))?.strength).toBe(40);
    expect(factorsOf(aPaper('a', 'letter', { flags: [aFlag('torn')] }))).toEqual([
      { rule: 'torn', value: 0.5, message: { fr: 'torn', en: 'torn' } },
    ]);
  });
  it('that takes nothing off is not spoken of, nor one that nobody described', () => {
    expect(factorsOf(aPaper('a', 'letter', { flags: [aFlag('creased'), aFlag('unheard-of')] }))).toEqual([]);
  });
  it('for a foreign language is made good by the translation, if that is in the file', () => {
    const matrix = { madeGood: [{ flag: 'foreign', by: 'translation' as const, message: both('translated') }] };
    const paper = aPaper('a', 'letter', { flags: [aFlag('torn'), aFlag('foreign')] });
    const torn = { rule: 'torn', value: 0.5, message: { fr: 'torn', en: 'torn' } };
    expect(factorsOf(paper, { matrix, translated: new Set(['a']) })).toEqual([
      torn,
      { rule: 'foreign', value: 1, message: both('translated') },
    ]);
    expect(factorsOf(paper, { matrix, translated: new Set(['b']) })?.map(({ value }) => value)).toEqual([0.5, 0.6]);
  });
});

describe('where a paper was issued', () => {
  const matrix = {
    places: [
      { id: 'seen-from-here', criterion: 'help', types: ['letter'], inFrance: 'yes' as const, factor: 0.5, message: both('here') },
    ], // biome-ignore format: a table reads better in rows
  };
  it('takes off its share from the papers and the criterion it is about', () => {
    const inFrance: Changes = { matrix, countryOf: () => 'yes' };
    expect(factorsOf(aPaper('a', 'letter'), inFrance)).toEqual([
      { rule: 'seen-from-here', value: 0.5, message: both('here') },
    ]);
    expect(factorsOf(aPaper('a', 'bill'), inFrance)).toEqual([]);
    const work = smallMatrix([aPaper('a', 'letter')], inFrance).cells.find(({ criterion }) => criterion === 'work');
    expect(work?.strength).toBe(40);
  });
  it('takes nothing off a paper from elsewhere, or from nobody knows where', () => {
    expect(factorsOf(aPaper('a', 'letter'), { matrix, countryOf: () => 'no' })).toEqual([]);
    expect(factorsOf(aPaper('a', 'letter'), { matrix, countryOf: () => 'maybe' })).toEqual([]);
  });
});

describe('a paper that is shown and not counted', () => {
  it('is one of another person', () => {
    const cell = cellOf(aPaper('a', 'letter'), { strangers: new Set(['a']) });
    expect(cell).toMatchObject({ isCounted: false, strength: 80 });
    expect(cell?.factors.at(-1)).toEqual({ rule: 'stranger', value: 1, message: both('stranger') });
  });
  it('is a copy, of the bytes or of what is printed', () => {
    const copy = { rule: 'copy', value: 1, message: both('copy') };
    expect(factorsOf(aPaper('a', 'letter', { copyOf: 'b' }))).toEqual([copy]);
    expect(factorsOf(aPaper('a', 'letter'), { worseCopies: new Set(['a']) })).toEqual([copy]);
    expect(factorsOf(aPaper('a', 'letter'), { worseCopies: new Set(['b']) })).toEqual([]);
  });
  it('is one whose type is less sure than the limit', () => {
    expect(factorsOf(aPaper('a', 'letter', unsure(0.59)))).toEqual([
      { rule: 'doubtful', value: 1, message: both('doubtful') },
    ]);
    expect(factorsOf(aPaper('a', 'letter', unsure(0.6)))).toEqual([]);
  });
  it('is one with a grave flag, which is named by its label, or by its code when it has none', () => {
    expect(factorsOf(aPaper('a', 'letter', { flags: [aFlag('unreadable')] }))?.at(-1)).toEqual({
      rule: 'unreadable',
      value: 1,
      message: { fr: 'not counted: unreadable (fr) (fr)', en: 'not counted: unreadable (en) (en)' },
    });
    const matrix = { uncountedFlags: ['unheard-of'] };
    expect(factorsOf(aPaper('a', 'letter', { flags: [aFlag('unheard-of')] }), { matrix })?.at(-1)?.message).toEqual({
      fr: 'not counted: unheard-of (fr)',
      en: 'not counted: unheard-of (en)',
    });
  });
});

describe('a paper that speaks of something else', () => {
  const topic = {
    id: 'no-help',
    criterion: 'help',
    types: ['letter'],
    languages: ['fr'],
    says: ['aide'],
    message: both('no help'),
  };
  // biome-ignore format: a table reads better in rows
  const matrix = { topics: [topic] };
  it('is worth nothing for the criterion, and says why', () => {
    const cell = cellOf(aPaper('a', 'letter', { text: 'Bonjour' }), { matrix });
    expect(cell).toMatchObject({ strength: 0, isCounted: false });
    expect(cell?.factors.at(-1)).toEqual({ rule: 'no-help', value: 0, message: both('no help') });
  });
  it('does speak of it when it says one of the words, however they are written', () => {
    const words = { topics: [{ ...topic, says: ['aide', 'soutien'] }] };
    expect(factorsOf(aPaper('a', 'letter', { text: 'Son SOUTIEN' }), { matrix: words })).toEqual([]);
    expect(factorsOf(aPaper('a', 'bill', { text: 'Bonjour' }), { matrix })).toEqual([]);
  });
  it('keeps its worth for every other criterion', () => {
    const { cells } = smallMatrix([aPaper('a', 'letter', { text: 'Bonjour' })], { matrix });
    expect(cells.map(({ criterion, strength }) => [criterion, strength])).toEqual([['help', 0], ['work', 40]]); // biome-ignore format: two rows
  });
  it('keeps its worth when its language is not known, or when nothing of it was read', () => {
    expect(factorsOf(aPaper('a', 'letter', { text: 'Bonjour', languages: [] }), { matrix })).toEqual([]);
    expect(factorsOf(aPaper('a', 'letter', { text: '' }), { matrix })).toEqual([]);
  });
});
