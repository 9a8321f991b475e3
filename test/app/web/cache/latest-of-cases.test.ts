import { describe, expect, it } from 'vitest';
import { createLatestOfCases } from '#app/web/cache/latest-of-cases.ts';

/** A maker whose work ends when it is told to. */
function slowMaker() {
  const begun: ((value: string) => void)[] = [];
  const make = (): Promise<string> => new Promise((resolve) => begun.push(resolve));
  const finish = async (at: number, value: string): Promise<void> => {
    while (begun[at] === undefined) await new Promise((resolve) => setImmediate(resolve));
    begun[at]?.(value);
  };
  return { begun, make, finish };
}

const at = (version: string, key = 'a') => ({ key, version });
const giving = (value: string) => async () => value;

describe('the latest of cases', () => {
  it('is made once for all who ask at the same time, and anew when the case changed', async () => {
    const latest = createLatestOfCases<string>();
    const { make, finish, begun } = slowMaker();
    const all = [1, 2, 3].map(() => latest.current(at('1'), make));
    await finish(0, 'one');
    expect(await Promise.all(all)).toEqual(['one', 'one', 'one']);
    expect(await latest.current(at('1'), make)).toBe('one');
    expect(begun).toHaveLength(1);
    expect(await latest.current(at('2'), giving('two'))).toBe('two');
    expect(await latest.current(at('2', 'b'), giving('of b'))).toBe('of b');
  });

  it('is made twice at most, however often the case changes meanwhile, and never given to whoever saw a later version', async () => {
    const latest = createLatestOfCases<string>();
    const { make, finish, begun } = slowMaker();
    const first = latest.current(at('1'), make);
    const later = ['2', '3', '4', '5'].map((version) => latest.current(at(version), make));
    await finish(0, 'as of 1');
    expect(await first).toBe('as of 1');
    await finish(1, 'as of 5');
    expect(await Promise.all(later)).toEqual(Array(4).fill('as of 5'));
    expect(await latest.current(at('5'), make)).toBe('as of 5');
    expect(begun).toHaveLength(2);
  });

  it('is the former one, and says so, for whoever may have it while the current one takes long', async () => {
    const latest = createLatestOfCases<string>({ patienceMs: 1 });
    const { make, finish } = slowMaker();
    await latest.current(at('1'), giving('one'));
    const { value, next } = await latest.currentOrFormer(at('2'), make);
    expect(value).toBe('one');
    expect(next).not.toBeNull();
    const strict = latest.current(at('2'), make);
    await finish(0, 'two');
    await next;
    expect(await strict).toBe('two');
    expect(await latest.currentOrFormer(at('2'), make)).toEqual({ value: 'two', next: null });
  });

  it('is the current one where that is there soon enough, or where there is no former one', async () => {
    const latest = createLatestOfCases<string>({ patienceMs: 1_000 });
    expect(await latest.currentOrFormer(at('1'), giving('one'))).toEqual({ value: 'one', next: null });
    expect(await latest.currentOrFormer(at('2'), giving('two'))).toEqual({ value: 'two', next: null });
  });

  it('is never a former one of longer ago than a moment', async () => {
    let now = 0;
    const latest = createLatestOfCases<string>({ patienceMs: 1, formerMs: 100, now: () => now });
    const { make, finish } = slowMaker();
    await latest.current(at('1'), giving('one'));
    // Somebody is told that it is still so: that counts from now.
    now = 90;
    await latest.current(at('1'), make);
    now = 180;
    expect((await latest.currentOrFormer(at('2'), make)).value).toBe('one');
    now = 191;
    const waiting = latest.currentOrFormer(at('2'), make);
    await finish(0, 'two');
    expect(await waiting).toEqual({ value: 'two', next: null });
  });

  it('says what went wrong to whoever waits, lets whoever was given a former one ask again, and tries anew', async () => {
    const latest = createLatestOfCases<string>({ patienceMs: 1 });
    await latest.current(at('1'), giving('one'));
    const failing = async (): Promise<string> => {
      await new Promise((resolve) => setTimeout(resolve, 30));
      throw new Error('away');
    };
    const { value, next } = await latest.currentOrFormer(at('2'), failing);
    expect(value).toBe('one');
    await expect(latest.current(at('2'), failing)).rejects.toThrow('away');
    await expect(next).resolves.toBeUndefined();
    expect(await latest.current(at('2'), giving('two'))).toBe('two');
  });

  it('forgets what is old, and what nobody asked for when there is too much', async () => {
    let now = 0;
    const latest = createLatestOfCases<string>({ most: 2, longestMs: 100, now: () => now });
    for (const key of ['a', 'b']) await latest.current(at('1', key), giving('one'));
    expect(await latest.current(at('1', 'a'), giving('two'))).toBe('one');
    await latest.current(at('1', 'c'), giving('one'));
    expect(await latest.current(at('1', 'b'), giving('again'))).toBe('again');
    now = 101;
    expect(await latest.current(at('1', 'b'), giving('later'))).toBe('later');
  });

  it('is made as whoever asked last would make it: what others knew may be out of date', async () => {
    const latest = createLatestOfCases<string>();
    const { make, finish } = slowMaker();
    const first = latest.current(at('1'), make);
    const later = [latest.current(at('2'), giving('by old rules')), latest.current(at('3'), giving('by new rules'))];
    await finish(0, 'one');
    expect(await first).toBe('one');
    expect(await Promise.all(later)).toEqual(['by new rules', 'by new rules']);
  });

  it('forgets what failed', async () => {
    const latest = createLatestOfCases<string>();
    await expect(latest.current(at('1'), () => Promise.reject(new Error('away')))).rejects.toThrow();
    expect(await latest.current(at('1'), giving('one'))).toBe('one');
  });

  it('of those that are too many, lets go those that nobody asked for the longest', async () => {
    const latest = createLatestOfCases<string>({ most: 2 });
    const get = (key: string, value: string) => latest.current(at('1', key), giving(value));
    expect(await get('a', 'one')).toBe('one');
    await get('b', 'one');
    await get('a', 'two');
    await get('c', 'one');
    expect([await get('a', 'again'), await get('b', 'again')]).toEqual(['one', 'again']);
  });
});
