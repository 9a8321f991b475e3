import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createEmbeddedQueue } from '#adapters/embedded-queue/create-embedded-queue.ts';
import { workOwner } from '#adapters/work-upkeep/work-owner.ts';
import { LiasseFailure } from '#domain/failure.ts';
import type { WorkStore } from '#ports/work-queue.ts';
import { workQueueContract } from '../../contracts/work-queue.contract.ts';
import { newWork, type StoreUnderTest } from '../../contracts/work-store.contract.ts';
import { workStoreOf } from '../../support/work-store-of.ts';

async function inProcess(): Promise<StoreUnderTest> {
  const home = await mkdtemp(join(tmpdir(), 'liasse-queue-'));
  const tested = await workStoreOf({ home });
  return {
    ...tested,
    close: async () => {
      await tested.close();
      await rm(home, { recursive: true });
    },
  };
}

workQueueContract('the embedded queue', async () => {
  const tested = await inProcess();
  return {
    ...tested,
    open: () => createEmbeddedQueue({ store: tested.store, owner: workOwner(), pollMs: 50 }),
  };
});

describe('the embedded queue', () => {
  let tested: StoreUnderTest;
  let store: WorkStore;
  beforeAll(async () => {
    tested = await inProcess();
    store = tested.store;
  });
  beforeEach(() => tested.clear());
  afterAll(() => tested.close());

  /** Takes and finishes everything; the ids in order. */
  const drain = async (of: WorkStore, onTrouble?: (failure: LiasseFailure) => void): Promise<string[]> => {
    const done: string[] = [];
    const queue = createEmbeddedQueue({
      store: of,
      owner: 'me',
      pollMs: 20,
      upkeepMs: 50,
      ...(onTrouble === undefined ? {} : { onTrouble }),
    });
    await queue.work(
      async (id) => {
        done.push(id);
        return { end: (await store.finish(id, 'me')) === 'done' ? 'done' : 'lost' };
      },
      { concurrency: 1, signal: new AbortController().signal, isDraining: true },
    );
    return done;
  };

  it('takes over at once what a dead process of this machine had begun', async () => {
    const [item] = await store.add(newWork(1));
    const [machine] = workOwner().split(':');
    // No process has this id, and process 1 started at another time.
    await store.claim(`${machine}:4194305:77`, 60_000);
    expect(await drain(store)).toEqual([item!.id]);
    const [other] = await store.add(newWork(1));
    await store.claim(`${machine}:1:1`, 60_000);
    expect(await drain(store)).toEqual([other!.id]);
  });

  it('leaves to other machines what they have begun, until their lease is over', async () => {
    await store.add(newWork(1));
    await store.claim('elsewhere:4194305:77', 400);
    const started = performance.now();
    expect(await drain(store)).toHaveLength(1);
    expect(performance.now() - started).toBeGreaterThan(300);
  });

  it('asks seldom while there is nothing to do, and sleeps until the next item is due', async () => {
    let claims = 0;
    const counted: WorkStore = {
      ...store,
      claim: (...args) => {
        claims += 1;
        return store.claim(...args);
      },
    };
    await store.add(newWork(1));
    const { id } = (await store.claim('me', 60_000))!;
    await store.putOff(id, 'me', { code: 'page-timeout', afterMs: 600 });
    const queue = createEmbeddedQueue({ store: counted, owner: 'me', pollMs: 10_000 });
    let doneAt = 0;
    const started = performance.now();
    await queue.work(
      async () => {
        doneAt = performance.now() - started;
        await store.finish(id, 'me');
        return { end: 'done' };
      },
      { concurrency: 1, signal: new AbortController().signal, isDraining: true },
    );
    expect(doneAt).toBeGreaterThan(550);
    expect(doneAt).toBeLessThan(1500);
    expect(claims).toBeLessThan(8);
  });

  it('goes on by itself when the database was away, and says what was wrong', async () => {
    await store.add(newWork(1));
    let isAway = true;
    const shaky: WorkStore = {
      ...store,
      claim: (...args) => (isAway ? Promise.reject(new LiasseFailure('database-away')) : store.claim(...args)),
    };
    const troubles: string[] = [];
    const draining = drain(shaky, ({ code }) => troubles.push(code));
    await pause(100);
    isAway = false;
    expect(await draining).toHaveLength(1);
    expect(troubles).toContain('database-away');
  });
});
