import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type OpenedDatabase, openDatabase } from '#adapters/sql/open-database.ts';
import { createWorkStore } from '#adapters/sql/work/create-work-store.ts';
import { newWork } from '../contracts/work-store.contract.ts';
import { createResults, ended, endWorker, resultsOf, startResultWorker } from '../support/result-workers.ts';
import { startPostgres, whyNoPostgres } from '../support/servers/postgres.ts';
import { startRedis, whyNoRedis } from '../support/servers/redis.ts';
import type { TestServer } from '../support/servers/server-process.ts';

const ITEMS = 120;
const KILLS = 8;

describe.skipIf((await whyNoRedis()) ?? (await whyNoPostgres()))('workers that are killed', () => {
  let postgres: TestServer;
  let redis: TestServer;
  let opened: OpenedDatabase;
  beforeAll(async () => {
    [postgres, redis] = await Promise.all([startPostgres(), startRedis()]);
    opened = await openDatabase({ url: postgres.url });
  });
  beforeEach(() => createResults(opened.db));
  afterAll(async () => {
    await opened.close();
    await Promise.all([postgres.stop(), redis.stop()]);
  });

  it.each(['embedded', 'BullMQ'])('give every item one result in the end: %s', async (kind) => {
    const items = newWork(ITEMS);
    const store = createWorkStore(opened.db);
    await store.add(items);
    const options = {
      databaseUrl: postgres.url,
      delayMs: 30,
      concurrency: 2,
      ...(kind === 'BullMQ' ? { redisUrl: redis.url } : {}),
    };
    // One is killed again and again, another lives through it.
    const living = await startResultWorker({ ...options, concurrency: 1 });
    for (let kill = 0; kill < KILLS; kill += 1) {
      const dying = await startResultWorker(options);
      await pause(50 + Math.random() * 200);
      await endWorker(dying, 'SIGKILL');
    }
    expect(await ended(living)).toBe(0);
    const results = await resultsOf(opened.db);
    expect(results.subjects).toEqual(items.map(({ subject }) => subject).sort());
    expect(results.processes).toBeGreaterThan(1);
    expect(await store.counts()).toEqual({ ready: 0, running: 0, later: 0, dead: 0 });
  });

  it('finishes what is under way when it is told to stop, and leaves the rest', async () => {
    const store = createWorkStore(opened.db);
    await store.add(newWork(10));
    const worker = await startResultWorker({ databaseUrl: postgres.url, delayMs: 500, concurrency: 2 });
    while ((await store.counts()).running < 2) await pause(10);
    await endWorker(worker, 'SIGTERM');
    expect(worker.exitCode).toBe(0);
    expect((await resultsOf(opened.db)).subjects).toHaveLength(2);
    expect(await store.counts()).toEqual({ ready: 8, running: 0, later: 0, dead: 0 });
  });
});
