import { describe, expect, it } from 'vitest';
import { createPageBatches } from '#adapters/tesseract-native/page-batches.ts';
import { LiasseFailure } from '#domain/failure.ts';

const never = new AbortController().signal;
const ask = (input: string, key = 'fra') => ({ key, input, signal: never });

describe('pages that wait', () => {
  it('are read together when they want the same, shared out over the workers, each with its own answer', async () => {
    const batches: string[][] = [];
    const line = createPageBatches<string, string>({
      workers: 2,
      mostTogether: 4,
      run: async (inputs) => {
        batches.push([...inputs]);
        return inputs.map((input) => input.toUpperCase());
      },
    });
    const answers = await Promise.all([
      line.ask(ask('a')),
      line.ask(ask('b')),
      line.ask(ask('x', 'ara')),
      line.ask(ask('c')),
      line.ask(ask('d')),
    ]);
    expect(answers).toEqual(['A', 'B', 'X', 'C', 'D']);
    expect(batches[0]).toEqual(['a', 'b']);
    expect(batches).toContainEqual(['x']);
    expect(batches.flat().sort()).toEqual(['a', 'b', 'c', 'd', 'x']);
  });

  it('suffer no harm from a bad neighbour: after a failure each is tried once more alone', async () => {
    const runs: string[][] = [];
    const line = createPageBatches<string, string>({
      workers: 1,
      mostTogether: 4,
      run: async (inputs) => {
        runs.push([...inputs]);
        if (inputs.includes('bad')) throw new LiasseFailure('page-timeout');
        return [...inputs];
      },
    });
    const outcomes = await Promise.allSettled([line.ask(ask('good')), line.ask(ask('bad')), line.ask(ask('fine'))]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(runs[0]).toEqual(['good', 'bad', 'fine']);
    expect(runs.slice(1).every((run) => run.length === 1)).toBe(true);
    expect(runs).toHaveLength(4);
  });

  it('that are cancelled are not read; those that are not go on', async () => {
    const seen: string[] = [];
    const line = createPageBatches<string, string>({
      workers: 1,
      mostTogether: 4,
      run: async (inputs) => {
        seen.push(...inputs);
        return [...inputs];
      },
    });
    const stop = new AbortController();
    const cancelled = line.ask({ key: 'fra', input: 'gone', signal: stop.signal });
    const other = line.ask(ask('stays'));
    stop.abort();
    await expect(cancelled).rejects.toThrow('cancelled');
    expect(await other).toBe('stays');
    expect(seen).toEqual(['stays']);
  });

  it('are given up when the line closes, also the one that is being read; later ones are refused', async () => {
    const line = createPageBatches<string, string>({
      workers: 1,
      mostTogether: 1,
      run: (_inputs, signal) =>
        new Promise((_resolve, reject) =>
          signal.addEventListener('abort', () => reject(new LiasseFailure('cancelled'))),
        ),
    });
    const outcomes = Promise.allSettled([line.ask(ask('read now')), line.ask(ask('waits'))]);
    await new Promise((resolve) => setTimeout(resolve, 5));
    await line.close();
    expect((await outcomes).map((one) => (one.status === 'rejected' ? one.reason.code : 'answered'))).toEqual([
      'cancelled',
      'cancelled',
    ]);
    await expect(line.ask(ask('late'))).rejects.toThrow('cancelled');
  });
});
