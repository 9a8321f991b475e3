import { describe, expect, it } from 'vitest';
import type { Decision } from '#domain/decisions.ts';
import { decisionsInForce } from '#domain/decisions-in-force.ts';

const at = '2026-11-23T10:00:00Z';
const type = (value: string, document = 'one'): Decision => ({
  kind: 'correct',
  at,
  document,
  pipeline: 'p',
  field: 'type',
  value,
  was: null,
});
const day = (value: string | null): Decision => ({
  kind: 'correct',
  at,
  document: 'one',
  pipeline: 'p',
  field: 'issueDate',
  value,
  was: null,
});

describe('decisions in force', () => {
  it('are the last ones about each thing of each document', () => {
    const inForce = decisionsInForce([type('a'), day('2025-03-14'), type('b', 'two'), type('c')]);
    expect(inForce.about('one')).toEqual({ type: 'c', issueDate: '2025-03-14' });
    expect(inForce.about('two')).toEqual({ type: 'b' });
    expect(inForce.about('three')).toEqual({});
  });

  it('keep “there is no date” apart from “nobody said”', () => {
    expect(decisionsInForce([day(null)]).about('one')).toEqual({ issueDate: null });
    expect(
      decisionsInForce([day(null), { kind: 'withdraw', at, document: 'one', field: 'issueDate' }]).about('one'),
    ).toEqual({
      issueDate: undefined,
    });
  });

  it('about the pages of a file undo each other', () => {
    const cut: Decision = { kind: 'cut', at, sha256: 'f', page: 3 };
    const join: Decision = { kind: 'join', at, sha256: 'f', page: 3 };
    expect([...decisionsInForce([cut]).cutsOf('f')]).toEqual([[3, true]]);
    expect([...decisionsInForce([cut, join]).cutsOf('f')]).toEqual([[3, false]]);
    expect([...decisionsInForce([cut]).cutsOf('g')]).toEqual([]);
  });

  it('say which flags do not count and why, until that is taken back', () => {
    const dismiss = (flag: string, reason: string): Decision => ({
      ...{ kind: 'dismiss', at, document: 'one', pipeline: 'p', flag, reason },
    });
    const restore = (flag: string): Decision => ({ kind: 'restore', at, document: 'one', flag });
    const both = [dismiss('undated', 'a'), dismiss('unsigned', 'b'), dismiss('undated', 'c')];
    expect(decisionsInForce(both).about('one')).toEqual({ dismissed: { undated: 'c', unsigned: 'b' } });
    // Nothing of it is left: the paper is judged by the same key as before.
    expect(decisionsInForce([...both, restore('undated'), restore('unsigned')]).about('one')).toEqual({});
  });

  it('leave a page to Liasse again', () => {
    const page = { at, sha256: 'f', page: 3 };
    const cut: Decision = { kind: 'cut', ...page };
    expect(decisionsInForce([cut]).cutsOf('f').get(3)).toBe(true);
    expect(decisionsInForce([cut, { kind: 'release', ...page }]).cutsOf('f').size).toBe(0);
  });
});
