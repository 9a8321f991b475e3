import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { NewWork, WorkItem, WorkStore } from '#ports/work-queue.ts';

/** A store to test, and how its rows are taken away between tests. */
export interface StoreUnderTest {
  readonly store: WorkStore;
  /** As seen by another process. */
  readonly sameStore: WorkStore;
  clear(): Promise<void>;
  close(): Promise<void>;
}

const LEASE_MS = 60_000;

/** New items of one case. */
export function newWork(count: number, of: Partial<NewWork> = {}): NewWork[] {
  const caseId = of.caseId === undefined ? randomUUID() : of.caseId;
  return Array.from({ length: count }, () => ({
    kind: 'file' as const,
    subject: randomUUID(),
    workClass: 'live' as const,
    ...of,
    caseId,
  }));
}

const ids = (items: readonly WorkItem[]): string[] => items.map(({ id }) => id);

/** What every store of work must do; called by the tests of each database. */
export function workStoreContract(name: string, open: () => Promise<StoreUnderTest>): void {
  describe(`${name} as a store of work`, () => {
    let tested: StoreUnderTest;
    let store: WorkStore;
    beforeAll(async () => {
      tested = await open();
      store = tested.store;
    });
    beforeEach(() => tested.clear());
    afterAll(() => tested.close());

    const takeAll = async (owner = 'me'): Promise<WorkItem[]> => {
      const taken: WorkItem[] = [];
      for (;;) {
        const item = await store.claim(owner, LEASE_MS);
        if (item === undefined) return taken;
        taken.push(item);
      }
    };
    const addOne = async (of: Partial<NewWork> = {}): Promise<WorkItem> => {
      const [item] = await store.add(newWork(1, of));
      if (item === undefined) throw new Error('nothing was added');
      return item;
    };

    it('gives back what was added, in the order in which it came', async () => {
      const items = newWork(3);
      const added = await store.add(items);
      expect(added).toMatchObject(items.map((item, place) => ({ ...item, rank: place + 1, attempts: 0 })));
      expect(await store.ready(10)).toEqual(added);
      expect(await store.counts()).toEqual({ ready: 3, running: 0, later: 0, dead: 0 });
    });

    it('holds an item of one kind and subject once, also when it comes twice in one call', async () => {
      const [item] = newWork(1);
      const first = await store.add([item!, item!]);
      const again = await tested.sameStore.add([item!, { ...item!, kind: 'case' }]);
      expect(ids(first)).toEqual([again[0]?.id]);
      expect(await store.counts()).toMatchObject({ ready: 2 });
    });

    it('hands out live work before archives, and lets cases take turns within a class', async () => {
      const archive = await store.add(newWork(2, { workClass: 'archive' }));
      const many = await store.add(newWork(3));
      const few = await store.add(newWork(2));
      expect(ids(await takeAll())).toEqual(
        ids([many[0]!, few[0]!, many[1]!, few[1]!, many[2]!, archive[0]!, archive[1]!]),
      );
    });

    it('does not let cases that come later starve what is left of an earlier one', async () => {
      const early = await store.add(newWork(10));
      for (let done = 0; done < 8; done += 1) await store.claim('me', LEASE_MS);
      const late = await store.add(newWork(10));
      const next = await takeAll();
      expect(ids(next).slice(0, 4)).toEqual(ids([early[8]!, late[0]!, early[9]!, late[1]!]));
    });

    it('ranks what is added to a case behind what waits of it', async () => {
      const caseId = randomUUID();
      await store.add(newWork(2, { caseId }));
      expect((await store.add(newWork(2, { caseId }))).map(({ rank }) => rank)).toEqual([3, 4]);
    });

    it('raises an archive item to live when an adviser asks for the same', async () => {
      const [item] = newWork(1, { workClass: 'archive' });
      await store.add([item!]);
      expect(await store.add([{ ...item!, workClass: 'live' }])).toMatchObject([{ workClass: 'live' }]);
      expect(await store.add([item!])).toMatchObject([{ workClass: 'live' }]);
    });

    it('gives no item to two who take at the same time', async () => {
      await store.add(newWork(40));
      const taken = await Promise.all(
        Array.from({ length: 50 }, (_, turn) => (turn % 2 ? store : tested.sameStore).claim(`owner-${turn}`, LEASE_MS)),
      );
      const given = taken.filter((item) => item !== undefined);
      expect(new Set(ids(given)).size).toBe(given.length);
      // Some may have seen only rows that others were just taking; what is left can still be taken.
      expect(given.length + (await takeAll()).length).toBe(40);
    });

    it('takes a named item once, and says so again to whoever has it', async () => {
      const { id } = await addOne();
      const taken = await Promise.all(['a', 'b', 'c'].map((owner) => store.claimOne(id, owner, LEASE_MS)));
      expect(taken.filter((item) => item !== undefined)).toHaveLength(1);
      const owner = ['a', 'b', 'c'][taken.findIndex((item) => item !== undefined)] ?? '';
      expect(await store.claimOne(id, owner, LEASE_MS)).toMatchObject({ id, attempts: 0 });
      expect(await store.claimOne(randomUUID(), 'a', LEASE_MS)).toBeUndefined();
    });

    it('brings a put-off item back when it is due, not before, with its tries counted', async () => {
      const { id } = await addOne();
      await store.claim('me', LEASE_MS);
      expect(await store.putOff(id, 'me', { code: 'page-timeout', afterMs: 300 })).toBe(true);
      expect(await store.claim('me', LEASE_MS)).toBeUndefined();
      expect(await store.claimOne(id, 'me', LEASE_MS)).toBeUndefined();
      expect(await store.counts()).toEqual({ ready: 0, running: 0, later: 1, dead: 0 });
      const dueMs = await store.nextDueMs();
      expect(dueMs).toBeGreaterThan(0);
      expect(dueMs).toBeLessThanOrEqual(300);
      await pause(320);
      expect(await store.nextDueMs()).toBeUndefined();
      expect(await store.claim('me', LEASE_MS)).toMatchObject({ id, attempts: 1 });
    });

    it('does not count a try that was given back', async () => {
      const { id } = await addOne();
      await store.claim('me', LEASE_MS);
      await store.giveBack(id, 'me', { code: 'blobs-away', afterMs: 0 });
      expect(await store.claim('me', LEASE_MS)).toMatchObject({ id, attempts: 0 });
    });

    it('counts a try that took its process down', async () => {
      await addOne();
      await store.claim('gone', LEASE_MS);
      await store.releaseOwner('gone');
      expect(await store.claim('me', LEASE_MS)).toMatchObject({ attempts: 1 });
    });

    it('buries with a reason and brings back what is asked for', async () => {
      const [one, two] = await store.add(newWork(2));
      await takeAll();
      await store.bury(one!.id, 'me', { code: 'internal-error' });
      // The latest comes first; an embedded database counts in milliseconds.
      await pause(5);
      await store.bury(two!.id, 'me', { code: 'page-timeout' });
      expect(await store.claim('me', LEASE_MS)).toBeUndefined();
      const dead = await store.dead();
      expect(dead).toMatchObject([
        { id: two!.id, code: 'page-timeout' },
        { id: one!.id, code: 'internal-error' },
      ]);
      expect(Math.abs(Date.now() - (dead[0]?.at.getTime() ?? 0))).toBeLessThan(60_000);
      expect(await store.revive([one!.id, randomUUID()])).toBe(1);
      expect(await store.claim('me', LEASE_MS)).toMatchObject({ id: one!.id, attempts: 0 });
      expect(await store.revive()).toBe(1);
      expect(await store.counts()).toEqual({ ready: 1, running: 1, later: 0, dead: 0 });
    });

    it('makes a dead item ready again when it is added anew', async () => {
      const [item] = newWork(1, { kind: 'case' });
      const [added] = await store.add([item!]);
      await store.claim('me', LEASE_MS);
      await store.bury(added!.id, 'me', { code: 'internal-error' });
      expect(await store.add([item!])).toMatchObject([{ id: added!.id, attempts: 0 }]);
      expect(await store.dead()).toEqual([]);
    });

    it('removes what is done', async () => {
      const { id } = await addOne();
      await store.claim('me', LEASE_MS);
      expect(await store.finish(id, 'me')).toBe('done');
      expect(await store.counts()).toEqual({ ready: 0, running: 0, later: 0, dead: 0 });
      expect(await store.finish(id, 'me')).toBe('lost');
    });

    it('does once more what is asked for again while it runs, and only once', async () => {
      const [item] = newWork(1, { kind: 'case' });
      const [added] = await store.add([item!]);
      await store.claim('me', LEASE_MS);
      expect(await store.add([item!])).toEqual([]);
      expect(await store.add([item!])).toEqual([]);
      expect(await store.finish(added!.id, 'me')).toBe('again');
      await store.claim('me', LEASE_MS);
      expect(await store.finish(added!.id, 'me')).toBe('done');
    });

    it('settles nothing for whoever lost the item', async () => {
      const { id } = await addOne();
      await store.claim('slow', LEASE_MS);
      await store.releaseOwner('slow');
      await store.claim('quick', LEASE_MS);
      expect(await store.finish(id, 'slow')).toBe('lost');
      expect(await store.putOff(id, 'slow', { code: 'page-timeout', afterMs: 0 })).toBe(false);
      expect(await store.giveBack(id, 'slow', { code: 'cancelled', afterMs: 0 })).toBe(false);
      expect(await store.bury(id, 'slow', { code: 'internal-error' })).toBe(false);
      expect(await store.owners()).toEqual(['quick']);
      expect(await store.finish(id, 'quick')).toBe('done');
    });

    it('releases what is held longer than its lease, unless it was renewed', async () => {
      const [kept, expired] = await store.add(newWork(2));
      await store.claim('me', 50);
      await store.claim('gone', 50);
      await store.renew([kept!.id, expired!.id], 'me', LEASE_MS);
      await pause(80);
      expect(await store.releaseExpired()).toBe(1);
      expect(ids(await store.ready(10))).toEqual([expired!.id]);
      expect(await store.owners()).toEqual(['me']);
    });

    it('begins nothing while it is paused, and goes on afterwards', async () => {
      const { id } = await addOne();
      const running = await addOne();
      await store.claimOne(running.id, 'me', LEASE_MS);
      await tested.sameStore.setPaused(true);
      await store.setPaused(true);
      expect(await store.isPaused()).toBe(true);
      expect(await store.claim('me', LEASE_MS)).toBeUndefined();
      expect(await store.claimOne(id, 'me', LEASE_MS)).toBeUndefined();
      expect(await store.claimOne(running.id, 'me', LEASE_MS)).toMatchObject({ id: running.id });
      expect(await store.finish(running.id, 'me')).toBe('done');
      await store.setPaused(false);
      expect(await store.isPaused()).toBe(false);
      expect(await store.claim('me', LEASE_MS)).toMatchObject({ id });
    });

    it('counts by class', async () => {
      await store.add(newWork(2, { workClass: 'archive' }));
      await addOne();
      await store.claim('me', LEASE_MS);
      expect(await store.counts('live')).toEqual({ ready: 0, running: 1, later: 0, dead: 0 });
      expect(await store.counts('archive')).toEqual({ ready: 2, running: 0, later: 0, dead: 0 });
    });

    it('takes in thousands at once, and work that belongs to no case', async () => {
      const added = await store.add(newWork(1200));
      expect(added.map(({ rank }) => rank)).toEqual(added.map((_, place) => place + 1));
      expect(await store.add(newWork(2, { kind: 'run', caseId: null }))).toMatchObject([
        { caseId: null, rank: 1 },
        { caseId: null, rank: 1 },
      ]);
    });

    it('adds the same from two sides without a deadlock', async () => {
      const items = newWork(200);
      const sides = [store.add(items), tested.sameStore.add(items.toReversed())];
      await Promise.all(sides);
      expect(await store.counts()).toMatchObject({ ready: 200 });
    });
  });
}
