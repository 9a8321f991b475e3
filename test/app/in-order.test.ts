import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { inOrder } from '#app/in-order.ts';

async function collect<Value>(values: AsyncIterable<Value>): Promise<Value[]> {
  const all: Value[] = [];
  for await (const value of values) all.push(value);
  return all;
}

describe('inOrder', () => {
  it('gives values in the order of the sources, however long each takes', async () => {
    const values = await collect(
      inOrder([30, 1, 15], 3, async function* (ms) {
        await sleep(ms);
        yield `${ms}a`;
        yield `${ms}b`;
      }),
    );
    expect(values).toEqual(['30a', '30b', '1a', '1b', '15a', '15b']);
  });

  it('never runs more than the given number at once, and does run that many', async () => {
    let running = 0;
    let most = 0;
    await collect(
      inOrder([...Array(9).keys()], 2, async function* (value) {
        running += 1;
        most = Math.max(most, running);
        await sleep(3);
        running -= 1;
        yield value;
      }),
    );
    expect(most).toBe(2);
  });

  it('passes the values of the first source on before it has ended', async () => {
    const seen: string[] = [];
    const values = inOrder([1], 2, async function* () {
      yield 'first';
      seen.push('went on');
      yield 'second';
    });
    expect((await values.next()).value).toBe('first');
    expect(await collect(values)).toEqual(['second']);
  });

  it('throws what a source throws, after the values before it', async () => {
    const values = inOrder([1, 2], 2, async function* (value) {
      if (value === 2) throw new Error('two');
      yield value;
    });
    expect((await values.next()).value).toBe(1);
    await expect(values.next()).rejects.toThrow('two');
  });

  it('gives falsy values and takes sources without any', async () => {
    const given = await collect(
      inOrder([0, 1, 2], 2, async function* (value) {
        if (value !== 1) yield value;
      }),
    );
    expect(given).toEqual([0, 2]);
  });

  it('waits for what is under way when the consumer stops early', async () => {
    const ended: number[] = [];
    const values = inOrder([1, 20, 10], 3, async function* (ms) {
      try {
        await sleep(ms);
        yield ms;
      } finally {
        ended.push(ms);
      }
    });
    for await (const _first of values) break;
    expect(ended.sort()).toEqual([1, 10, 20].sort());
  });
});
