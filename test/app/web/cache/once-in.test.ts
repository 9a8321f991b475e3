import { describe, expect, it } from 'vitest';
import { onceIn } from '#app/web/cache/once-in.ts';

describe('something that is read now and then', () => {
  it('is read once however many ask, again when it is old, and at once after a failure', async () => {
    let [now, reads] = [0, 0];
    let isAway = false;
    const read = onceIn(
      100,
      async () => {
        reads += 1;
        if (isAway) throw new Error('away');
        return reads;
      },
      () => now,
    );
    expect(await Promise.all([read(), read()])).toEqual([1, 1]);
    now = 101;
    isAway = true;
    await expect(read()).rejects.toThrow('away');
    isAway = false;
    expect(await read()).toBe(3);
  });
});
