import { describe, expect, it } from 'vitest';
import { filterRows, sortRows } from '#web/parts/sort-rows.ts';

describe('rows', () => {
  it('without a value come last, up and down', () => {
    const rows = [3, null, 1, 2];
    expect(sortRows(rows, (row) => row, false)).toEqual([1, 2, 3, null]);
    expect(sortRows(rows, (row) => row, true)).toEqual([3, 2, 1, null]);
  });

  it('are sorted by numbers inside words, and whatever the accents', () => {
    expect(sortRows(['pièce 10', 'Pièce 2', 'élan'], (row) => row, false)).toEqual(['élan', 'Pièce 2', 'pièce 10']);
  });

  it('are found by every word, whatever case and accents', () => {
    const rows = ['Certificat médical – CHU de Lille', 'Bulletin de paie – Lille'];
    expect(filterRows(rows, ' LILLE medical ', (row) => row)).toEqual([rows[0]]);
    expect(filterRows(rows, '  ', (row) => row)).toEqual(rows);
    expect(filterRows(rows, 'lyon', (row) => row)).toEqual([]);
  });
});
