import { describe, expect, it } from 'vitest';
import { createCaseCache } from '#app/web/cache/create-case-cache.ts';

describe('the cache of cases', () => {
  it('makes a thing once for all who ask at the same time, and anew when the case changed', async () => {
    const cache = createCaseCache<number>();
    let made = 0;
    const make = async () => {
      made += 1;
      await new Promise((resolve) => setTimeout(resolve, 5));
      return made;
    };
    const all = await Promise.all([1, 2, 3].map(() => cache.get({ key: 'a', version: '1' }, make)));
    expect(all).toEqual([1, 1, 1]);
    expect(await cache.get({ key: 'a', version: '2' }, make)).toBe(2);
    expect(await cache.get({ key: 'b', version: '2' }, make)).toBe(3);
    expect(await cache.get({ key: 'a', version: '2' }, make)).toBe(2);
  });

  it('forgets what failed, what is old, and what nobody asked for when there is too much', async () => {
    let now = 0;
    const cache = createCaseCache<string>({ most: 2, longestMs: 100, now: () => now });
    const get = (key: string, value: string) => cache.get({ key, version: '1' }, async () => value);
    await expect(cache.get({ key: 'a', version: '1' }, () => Promise.reject(new Error('away')))).rejects.toThrow();
    expect(await get('a', 'one')).toBe('one');
    await get('b', 'one');
    await get('a', 'two');
    await get('c', 'one');
    expect([await get('a', 'again'), await get('b', 'again')]).toEqual(['one', 'again']);
    now = 101;
    expect(await get('a', 'later')).toBe('later');
  });
});
