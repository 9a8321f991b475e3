import { describe, expect, it } from 'vitest';
import { undoing } from '#app/desk/undo-decisions.ts';
import type { Decision } from '#domain/decisions.ts';
import type { KeptDecision } from '#ports/decision-store.ts';

const then = '2026-11-23T10:00:00Z';
const now = '2026-11-24T10:00:00Z';
const typed = (value: string): Decision => ({
  ...{ kind: 'correct', at: then, document: 'one', pipeline: 'p', field: 'type', value, was: null },
});
const dated: Decision = {
  ...{ kind: 'correct', at: then, document: 'one', pipeline: 'p', field: 'issueDate', value: '2025', was: null },
};
const joined: Decision = { kind: 'join', at: then, sha256: 'f', page: 2 };
const kept = (...decisions: Decision[]): KeptDecision[] =>
  decisions.map((decision, at) => ({ id: String(at + 1), by: 'me', decision }));

describe('taking decisions back', () => {
  it('gives the answer back to Liasse where nobody had decided before', () => {
    expect(undoing(kept(typed('a')), ['1'], now)).toEqual([
      { kind: 'withdraw', at: now, document: 'one', field: 'type' },
    ]);
    expect(undoing(kept(joined), ['1'], now)).toEqual([{ kind: 'release', at: now, sha256: 'f', page: 2 }]);
    const dismissed: Decision = {
      kind: 'dismiss',
      at: then,
      document: 'one',
      pipeline: 'p',
      flag: 'undated',
      reason: 'r',
    };
    expect(undoing(kept(dismissed), ['1'], now)).toEqual([
      { kind: 'restore', at: now, document: 'one', flag: 'undated' },
    ]);
  });

  it('has the decision before it hold again, whatever else was decided meanwhile', () => {
    expect(undoing(kept(typed('a'), typed('b'), dated), ['2'], now)).toEqual([{ ...typed('a'), at: now }]);
    expect(undoing(kept(typed('a'), dated, typed('b')), ['2', '3'], now)).toEqual([
      { ...typed('a'), at: now },
      { kind: 'withdraw', at: now, document: 'one', field: 'issueDate' },
    ]);
  });

  it('goes on backwards over what was taken back already', () => {
    const cut: Decision = { ...joined, kind: 'cut' };
    const after = [joined, cut, ...undoing(kept(joined, cut), ['2'], now)];
    expect(undoing(kept(...after), ['1'], now)).toEqual([{ kind: 'release', at: now, sha256: 'f', page: 2 }]);
  });

  it('is refused when something else was decided since, and for what is not there', () => {
    const late = () => undoing(kept(typed('a'), typed('b')), ['1'], now);
    expect(late).toThrow(expect.objectContaining({ code: 'decision-overtaken' }));
    expect(() => undoing(kept(typed('a')), ['1', '7'], now)).toThrow(expect.objectContaining({ code: 'not-found' }));
  });
});
