import { describe, expect, it } from 'vitest';
import type { Cell } from '#domain/case-judgement.ts';
import type { DocumentRow } from '#http/contract/cases.ts';
import { filterDocuments, NO_FILTER } from '../../../src/web/case/document-filter.ts';
import { matrixRows } from '../../../src/web/case/matrix-rows.ts';

const NAME = { fr: 'x', en: 'x' };
function row(key: string, changes: Partial<DocumentRow> = {}): DocumentRow {
  return {
    ...{ key, fileId: key, file: key, pages: { from: 1, to: 1 }, status: 'done', type: null, language: null },
    ...{ issueDate: null, issuer: null, score: null, flags: [], criteria: [], isCopy: false, decided: [] },
    ...{ hasProposedCuts: false, ...changes },
  };
}
const ROWS = [
  row('a', { type: { id: 'pay-slip', label: NAME, confidence: 1 }, issuer: 'Dupont SARL' }),
  row('b', { language: { code: 'sq', label: NAME }, flags: [{ code: 'undated', severity: 'weak', label: NAME }] }),
  row('c', { status: 'needs-review' }),
];
const keys = (filter: Partial<typeof NO_FILTER>) =>
  filterDocuments(ROWS, { ...NO_FILTER, ...filter }, undefined).map((shown) => shown.row.key);

describe('papers', () => {
  it('are narrowed by type, language, weak points, state and letterhead', () => {
    expect(keys({})).toEqual(['a', 'b', 'c']);
    expect(keys({ type: 'pay-slip' })).toEqual(['a']);
    expect(keys({ type: '' })).toEqual(['b', 'c']);
    expect(keys({ language: 'sq' })).toEqual(['b']);
    expect([keys({ flag: 'any' }), keys({ flag: 'none' }), keys({ flag: 'undated' })]).toEqual([
      ['b'],
      ['a', 'c'],
      ['b'],
    ]);
    expect(keys({ status: 'needs-review' })).toEqual(['c']);
    expect([keys({ letterhead: 'with' }), keys({ letterhead: 'without' })]).toEqual([['a'], ['b', 'c']]);
  });

  it('that were found come in the order in which they were found, with their lines, and narrowed too', () => {
    const lines = [{ page: 1, text: 'un mot' }];
    const found = [
      { key: 'c', lines },
      { key: 'a', lines: [] },
      { key: 'gone', lines },
    ];
    const shown = filterDocuments(ROWS, { ...NO_FILTER, status: 'needs-review' }, found);
    expect(shown).toEqual([{ row: ROWS[2], lines }]);
    expect(filterDocuments(ROWS, NO_FILTER, found).map((one) => one.row.key)).toEqual(['c', 'a']);
  });
});

describe('the rows of the matrix', () => {
  it('begin with what brings most; what is not counted comes last', () => {
    const cell = (paper: string, strength: number, isCounted = true): Cell => ({
      ...{ paper, criterion: 'medical', weight: 1, factors: [], strength, isCounted },
    });
    const rows = matrixRows([cell('weak', 20), cell('copy', 90, false), cell('strong', 80)]);
    expect(rows.map(({ paper }) => paper)).toEqual(['strong', 'weak', 'copy']);
  });
});
