import { describe, expect, it } from 'vitest';
import { createEnginePool, type Engine } from '#adapters/tesseract/engine-pool.ts';

interface FakeEngine extends Engine {
  readonly number: number;
  load(models: string): void;
  /** Works so long, in processor time. */
  work(milliseconds: number): void;
}

/** A pool of engines that only count; what they did is in `log`. */
function fakePool(limits: { engines?: number; pageTimeoutMs?: number; pagesPerEngine?: number } = {}) {
  const log: string[] = [];
  let started = 0;
  const pool = createEnginePool<FakeEngine>({
    engines: 1,
    pageTimeoutMs: 10_000,
    pagesPerEngine: 100,
    ...limits,
    start: async () => {
      started += 1;
      const number = started;
      let models = '';
      let pagesRead = 0;
      let cpuMs = 0;
      log.push(`start ${number}`);
      return {
        number,
        get models() {
          return models;
        },
        get pagesRead() {
          return pagesRead;
        },
        cpuMs: () => Promise.resolve(cpuMs),
        work: (milliseconds) => {
          cpuMs += milliseconds;
        },
        load: (wanted) => {
          models = wanted;
          pagesRead += 1;
        },
        end: async () => {
          log.push(`end ${number}`);
        },
      };
    },
  });
  return { pool, log };
}

const signal = new AbortController().signal;
const fra = { models: 'fra', signal };
const forever = (): Promise<never> => new Promise(() => undefined);

describe('engines in a pool', () => {
  it('are started when needed, kept, and chosen by the models they hold', async () => {
    const { pool, log } = fakePool({ engines: 2 });
    const load = (models: string) =>
      pool.run({ models, signal }, async (engine) => {
        engine.load(models);
        return engine.number;
      });
    expect(log).toEqual([]);
    const [first, second] = await Promise.all([load('fra'), load('ara')]);
    expect(await load('ara')).toBe(second);
    expect(await load('fra')).toBe(first);
    expect(log).toEqual(['start 1', 'start 2']);
  });

  it('are replaced after their share of pages', async () => {
    const { pool, log } = fakePool({ pagesPerEngine: 2 });
    for (let page = 0; page < 3; page += 1) await pool.run(fra, async (engine) => engine.load('fra'));
    expect(log).toEqual(['start 1', 'end 1', 'start 2']);
  });

  it('that crash are replaced and the page tried once more, then it fails alone and the next one is read', async () => {
    const { pool, log } = fakePool();
    const crash = async (): Promise<never> => {
      throw new Error('segmentation fault');
    };
    await expect(pool.run(fra, crash)).rejects.toThrow('recognizer-failed');
    expect(log).toEqual(['start 1', 'end 1', 'start 2', 'end 2']);
    expect(await pool.run(fra, async () => 'read')).toBe('read');
    let isFirst = true;
    const crashOnce = async (): Promise<string> => {
      if (!isFirst) return 'read';
      isFirst = false;
      throw new Error('segmentation fault');
    };
    expect(await pool.run(fra, crashOnce)).toBe('read');
  });

  it('that hang are ended; too slow once is not tried again, and all readings of a page share one limit', async () => {
    const { pool, log } = fakePool({ pageTimeoutMs: 300 });
    const spending = { spentMs: 0 };
    await expect(pool.run({ ...fra, spending }, forever)).rejects.toThrow('page-timeout');
    expect(log).toEqual(['start 1', 'end 1']);
    await expect(pool.run({ ...fra, spending }, async () => 'read')).rejects.toThrow('page-timeout');
    expect(await pool.run(fra, async () => 'read')).toBe('read');
  });

  it('count what they worked, not how long a busy machine let them wait', async () => {
    const { pool } = fakePool({ pageTimeoutMs: 200 });
    const spending = { spentMs: 0 };
    const slowly = async (engine: FakeEngine): Promise<string> => {
      await new Promise((resolve) => setTimeout(resolve, 250));
      engine.work(30);
      return 'read';
    };
    for (let reading = 0; reading < 3; reading += 1) expect(await pool.run({ ...fra, spending }, slowly)).toBe('read');
    expect(spending.spentMs).toBe(90);
  });

  it('give up a page whose run is cancelled, and work on', async () => {
    const { pool } = fakePool();
    const stop = new AbortController();
    const given = pool.run({ models: 'fra', signal: stop.signal }, forever);
    const waiting = pool.run({ models: 'fra', signal: stop.signal }, async () => 'read');
    const other = pool.run(fra, async () => 'read');
    stop.abort();
    await expect(given).rejects.toThrow('cancelled');
    await expect(waiting).rejects.toThrow('cancelled');
    expect(await other).toBe('read');
  });

  it('end when the pool closes, and later work is refused', async () => {
    const { pool, log } = fakePool();
    const given = pool.run(fra, forever);
    await new Promise((resolve) => setTimeout(resolve, 5));
    const outcome = expect(given).rejects.toThrow('cancelled');
    await pool.close();
    await outcome;
    await expect(pool.run(fra, async () => 'read')).rejects.toThrow('cancelled');
    expect(log).toEqual(['start 1', 'end 1']);
  });
});
