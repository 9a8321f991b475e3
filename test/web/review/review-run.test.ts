import { describe, expect, it } from 'vitest';
import type { ReviewRow } from '#http/contract/review.ts';
import { afterEvent, isWaiting, type ReviewEvent, type ReviewRun, startOf } from '#web/review/review-run.ts';

const row = (key: string): ReviewRow => ({
  ...{ key, caseId: 'one', caseName: 'One', type: null, pages: { from: 1, to: 1 } },
  ...{ questions: [], flags: [] },
});
const [a, b, c] = [row('a'), row('b'), row('c')];

/** The run of three papers after what is told in short: `answered a`. */
const runAfter = (...told: readonly string[]): ReviewRun => told.map(eventOf).reduce(afterEvent, startOf([a, b, c]));

const eventOf = (told: string): ReviewEvent => {
  const kinds = ['answered', 'skipped', 'sent', 'unsent', 'undoing', 'undone', 'kept'] as const;
  const kind = kinds.find((one) => told.startsWith(`${one} `));
  const about = [a, b, c].find(({ key }) => told.endsWith(` ${key}`));
  if (kind === undefined || about === undefined) throw new Error(`No event: ${told}`);
  return { kind, row: about };
};

const keys = ({ left, passed, returning }: ReviewRun) => ({
  left: left.map(({ key }) => key).join(''),
  passed: passed.map((one) => one.row.key).join(''),
  returning: returning.map(({ key }) => key).join(''),
});

describe('a run through papers', () => {
  it('shows the next one before the answers arrive', () => {
    const run = runAfter('answered a');
    expect(keys(run)).toEqual({ left: 'bc', passed: 'a', returning: '' });
    expect(isWaiting(run)).toBe(true);
    expect(isWaiting(runAfter('answered a', 'sent a'))).toBe(false);
  });

  it('waits for nothing after a paper that was skipped', () => {
    const run = runAfter('skipped a');
    expect(keys(run)).toEqual({ left: 'bc', passed: 'a', returning: '' });
    expect(isWaiting(run)).toBe(false);
  });

  it('asks again, after the one that shows, what did not arrive, and counts it once', () => {
    const unsent = runAfter('answered a', 'unsent a');
    expect(keys(unsent)).toEqual({ left: 'bac', passed: '', returning: '' });
    expect(isWaiting(unsent)).toBe(false);
    expect(keys(runAfter('answered a', 'unsent a', 'answered b', 'answered a')).passed).toBe('ba');
  });

  it('asks again the last one, after nothing', () => {
    const run = runAfter('answered a', 'answered b', 'answered c', 'unsent b');
    expect(keys(run)).toEqual({ left: 'b', passed: 'ac', returning: '' });
  });

  it('counts one paper once, however often it is said to be answered', () => {
    expect(keys(runAfter('answered a', 'answered a'))).toEqual({ left: 'bc', passed: 'a', returning: '' });
  });

  it('goes back to a paper once what was decided is taken back', () => {
    const undoing = runAfter('answered a', 'sent a', 'undoing a');
    expect(keys(undoing)).toEqual({ left: 'bc', passed: '', returning: 'a' });
    expect(isWaiting(undoing)).toBe(true);
    expect(keys(runAfter('answered a', 'sent a', 'undoing a', 'undone a'))).toEqual({
      ...{ left: 'abc', passed: '', returning: '' },
    });
  });

  it('keeps an answer that could not be taken back', () => {
    const run = runAfter('answered a', 'sent a', 'undoing a', 'kept a');
    expect(keys(run)).toEqual({ left: 'bc', passed: 'a', returning: '' });
    expect(isWaiting(run)).toBe(false);
  });

  it('asks once for a paper that was gone back to while its answers were lost', () => {
    expect(keys(runAfter('answered a', 'undoing a', 'unsent a'))).toEqual({ left: 'bac', passed: '', returning: '' });
  });

  it('does not bring forward a paper whose answers arrive while one goes back to it', () => {
    expect(keys(runAfter('answered a', 'undoing a', 'sent a'))).toEqual({ left: 'bc', passed: '', returning: 'a' });
  });
});
