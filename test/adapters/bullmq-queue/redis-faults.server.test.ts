import { setTimeout as pause } from 'node:timers/promises';
import { Queue } from 'bullmq';
import { Redis } from 'ioredis';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createBullmqQueue, QUEUE_NAME } from '#adapters/bullmq-queue/create-bullmq-queue.ts';
import { workOwner } from '#adapters/work-upkeep/work-owner.ts';
import { createPerformWork } from '#app/keeping/perform-work.ts';
import type { Worker, WorkQueue, WorkStore } from '#ports/work-queue.ts';
import { newWork, type StoreUnderTest } from '../../contracts/work-store.contract.ts';
import { startPostgres, whyNoPostgres } from '../../support/servers/postgres.ts';
import { startRedis, whyNoRedis } from '../../support/servers/redis.ts';
import type { TestServer } from '../../support/servers/server-process.ts';
import { workStoreOf } from '../../support/work-store-of.ts';

const DRAINING = { concurrency: 2, signal: new AbortController().signal, isDraining: true };

describe.skipIf((await whyNoRedis()) ?? (await whyNoPostgres()))('work on a Redis that fails', () => {
  let postgres: TestServer;
  let tested: StoreUnderTest;
  let store: WorkStore;
  let redis: TestServer;
  let queue: WorkQueue;
  let troubles: string[];
  let done: string[];
  let worker: Worker;
  beforeAll(async () => {
    postgres = await startPostgres();
    tested = await workStoreOf({ url: postgres.url });
    store = tested.store;
  });
  afterAll(async () => {
    await tested.close();
    await postgres.stop();
  });
  beforeEach(async () => {
    await tested.clear();
    // It keeps nothing on disk: a kill is the loss of everything it knew.
    redis = await startRedis({ isDurable: false });
    troubles = [];
    queue = createBullmqQueue({
      store,
      redisUrl: redis.url,
      lockMs: 1000,
      upkeepMs: 500,
      offerMs: 1000,
      onTrouble: ({ code }) => troubles.push(code),
    });
    done = [];
    const note = async ({ item }: { readonly item: { readonly subject: string } }): Promise<undefined> => {
      await pause(20);
      done.push(item.subject);
    };
    const functions = { file: note, case: note, run: note, translation: note };
    worker = createPerformWork({ store, owner: workOwner(), leaseMs: 3000, functions });
  });
  afterEach(async () => {
    await queue.close();
    await redis.stop();
  });
  const offer = async (count: number): Promise<string[]> => {
    const items = newWork(count);
    await queue.offer(await store.add(items));
    return items.map(({ subject }) => subject).sort();
  };

  it('loses nothing and does nothing twice when everything in it is wiped', async () => {
    const subjects = await offer(60);
    const client = new Redis(redis.url);
    const working = queue.work(worker, DRAINING);
    while (done.length < 20) await pause(10);
    await client.flushall();
    await working;
    client.disconnect();
    expect(done.toSorted()).toEqual(subjects);
  });

  it('loses nothing and does nothing twice when it is killed, and goes on by itself when it is back', async () => {
    const subjects = await offer(60);
    const working = queue.work(worker, DRAINING);
    for (const share of [15, 35]) {
      while (done.length < share) await pause(10);
      await redis.kill();
      await pause(300);
      await redis.restart();
    }
    await working;
    expect(done.toSorted()).toEqual(subjects);
    expect(troubles).toContain('queue-away');
  });

  it('says that it is away to whoever offers, and does what could not be offered once it is back', async () => {
    await redis.kill();
    const [item] = newWork(1);
    await expect(queue.offer(await store.add([item!]))).rejects.toMatchObject({ code: 'queue-away' });
    const working = queue.work(worker, DRAINING);
    await pause(500);
    await redis.restart();
    await working;
    expect(done).toEqual([item!.subject]);
  });

  it('keeps a pause that Redis forgot', async () => {
    await queue.pause();
    const client = new Redis(redis.url);
    await client.flushall();
    client.disconnect();
    await store.add(newWork(2));
    const working = queue.work(worker, DRAINING);
    await pause(1500);
    expect(done).toEqual([]);
    await queue.resume();
    await working;
    expect(done).toHaveLength(2);
  });

  it('is paused even when Redis can not be told', async () => {
    await redis.kill();
    await expect(queue.pause()).rejects.toMatchObject({ code: 'queue-away' });
    expect(await queue.isPaused()).toBe(true);
  });

  it('stops in seconds while Redis is away', async () => {
    const stop = new AbortController();
    const working = queue.work(worker, { concurrency: 1, signal: stop.signal, isDraining: false });
    await pause(300);
    await redis.kill();
    const started = performance.now();
    stop.abort();
    await working;
    await queue.close();
    expect(performance.now() - started).toBeLessThan(5000);
  });

  it('leaves no job behind, whatever became of it, and holds ids only', async () => {
    const [good, bad, later] = await store.add(newWork(3));
    await queue.offer([good!, bad!, later!]);
    const client = new Redis(redis.url);
    const keys = await client.keys('{liasse}:work:work-*');
    expect(keys).toHaveLength(3);
    for (const key of keys)
      expect(JSON.parse((await client.hget(key, 'data')) ?? '')).toEqual({
        id: key.slice('{liasse}:work:work-'.length),
      });
    let tries = 0;
    const failing = ({ item }: { readonly item: { readonly id: string } }): Promise<undefined> => {
      if (item.id === bad!.id) return Promise.reject(new TypeError('a bug'));
      if (item.id === later!.id && tries++ === 0) return Promise.reject(new DOMException('', 'AbortError'));
      return Promise.resolve(undefined);
    };
    const functions = { file: failing, case: failing, run: failing, translation: failing };
    await queue.work(createPerformWork({ store, owner: workOwner(), functions }), DRAINING);
    expect(await client.keys('{liasse}:work:work-*')).toEqual([]);
    client.disconnect();
    expect(await store.dead()).toMatchObject([{ id: bad!.id }]);
  });

  it('does not trip over jobs that are none of ours', async () => {
    const client = new Redis(redis.url, { maxRetriesPerRequest: null });
    const foreign = new Queue(QUEUE_NAME, { connection: client, prefix: '{liasse}' });
    await foreign.add('nonsense', { id: 'not an id', secret: 1 });
    await foreign.add('nothing', null);
    const subjects = await offer(1);
    await queue.work(worker, DRAINING);
    expect(done).toEqual(subjects);
    await foreign.close();
    client.disconnect();
  });

  it('goes on by itself when the database was away', async () => {
    const subjects = await offer(40);
    const working = queue.work(worker, DRAINING);
    while (done.length < 10) await pause(10);
    await postgres.kill();
    await pause(500);
    await postgres.restart();
    await working;
    // What was done while nobody could be told is done once more; the functions of the application write and settle in one transaction.
    expect([...new Set(done)].sort()).toEqual(subjects);
    expect(await store.counts()).toEqual({ ready: 0, running: 0, later: 0, dead: 0 });
  });
});
