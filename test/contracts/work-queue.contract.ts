import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { workOwner } from '#adapters/work-upkeep/work-owner.ts';
import { createPerformWork, type WorkFunction, type WorkReport } from '#app/keeping/perform-work.ts';
import { LiasseFailure } from '#domain/failure.ts';
import type { WorkItem, WorkQueue, WorkStore } from '#ports/work-queue.ts';
import { newWork } from './work-store.contract.ts';

/** A place where queues can be opened, as several processes would on one database. */
export interface QueuesUnderTest {
  readonly store: WorkStore;
  /** Another queue on the same rows. */
  open(): WorkQueue;
  /** Takes away all rows, and what the queue knows. */
  clear(): Promise<void>;
  close(): Promise<void>;
}

const forever = (): AbortSignal => new AbortController().signal;
const DRAINING = { concurrency: 1, signal: forever(), isDraining: true };

/** What every queue must do, with the worker that all of them use; called by the test of each adapter. */
export function workQueueContract(name: string, prepare: () => Promise<QueuesUnderTest>): void {
  describe(`${name} as a queue of work`, () => {
    let tested: QueuesUnderTest;
    let store: WorkStore;
    let queue: WorkQueue;
    const opened: WorkQueue[] = [];
    const open = (): WorkQueue => {
      const one = tested.open();
      opened.push(one);
      return one;
    };
    beforeAll(async () => {
      tested = await prepare();
      store = tested.store;
    });
    beforeEach(async () => {
      await tested.clear();
      queue = open();
    });
    afterEach(async () => {
      await Promise.all(opened.splice(0).map((one) => one.close()));
    });
    afterAll(() => tested.close());

    const addAndOffer = async (items: Parameters<WorkStore['add']>[0]): Promise<WorkItem[]> => {
      const added = await store.add(items);
      await queue.offer(added);
      return added;
    };
    /** A worker that notes what it is given and then does it. */
    const working = (does: WorkFunction = () => Promise.resolve(undefined), pausesMs?: readonly number[]) => {
      const begun: string[] = [];
      const reports: WorkReport[] = [];
      const noting: WorkFunction = (work) => {
        begun.push(work.item.id);
        return does(work);
      };
      const worker = createPerformWork({
        store,
        owner: workOwner(),
        functions: { file: noting, case: noting, run: noting, translation: noting },
        onSettled: (report) => reports.push(report),
        ...(pausesMs === undefined ? {} : { pausesMs }),
      });
      return { worker, begun, reports };
    };
    const nothingLeft = async (): Promise<void> => {
      expect(await store.counts()).toEqual({ ready: 0, running: 0, later: 0, dead: 0 });
    };

    it('works off everything and ends when nothing is left', async () => {
      const items = await addAndOffer(newWork(5));
      const { worker, begun } = working();
      await queue.work(worker, DRAINING);
      expect(begun.toSorted()).toEqual(items.map(({ id }) => id).toSorted());
      await nothingLeft();
    });

    it('ends at once when there is nothing to drain', async () => {
      await queue.work(working().worker, DRAINING);
    });

    it('finds what was added while nobody offered it', async () => {
      await store.add(newWork(3));
      const { worker, begun } = working();
      await queue.work(worker, DRAINING);
      expect(begun).toHaveLength(3);
    });

    it('takes live work before archives, and lets cases take turns', async () => {
      const archive = await addAndOffer(newWork(2, { workClass: 'archive' }));
      const many = await addAndOffer(newWork(3));
      const few = await addAndOffer(newWork(2));
      const { worker, begun } = working();
      await queue.work(worker, DRAINING);
      expect(begun).toEqual(
        [many[0]!, few[0]!, many[1]!, few[1]!, many[2]!, archive[0]!, archive[1]!].map(({ id }) => id),
      );
    });

    it('works on as many at once as it may, and not on more', async () => {
      await addAndOffer(newWork(9));
      let [now, most] = [0, 0];
      const { worker } = working(async () => {
        now += 1;
        most = Math.max(most, now);
        await pause(50);
        now -= 1;
        return undefined;
      });
      await queue.work(worker, { ...DRAINING, concurrency: 3 });
      expect(most).toBe(3);
    });

    it('does an item once that is offered twice, while it waits and while it is worked on', async () => {
      const items = await addAndOffer(newWork(2));
      await queue.offer(items);
      const { worker, begun } = working(async () => {
        await queue.offer(items);
        await pause(50);
        return undefined;
      });
      await queue.work(worker, { ...DRAINING, concurrency: 2 });
      expect(begun).toHaveLength(2);
      await nothingLeft();
    });

    it('does nothing for what is offered and not there', async () => {
      const [item] = await addAndOffer(newWork(1));
      await queue.offer([{ ...item!, id: randomUUID(), rank: 1 }]);
      const { worker, begun } = working();
      await queue.work(worker, DRAINING);
      expect(begun).toEqual([item!.id]);
    });

    it('tries again after growing pauses what may pass, and buries it after the last', async () => {
      await addAndOffer(newWork(1));
      const times: number[] = [];
      const { worker, reports } = working(() => {
        times.push(performance.now());
        return Promise.reject(new LiasseFailure('page-timeout'));
      }, [100, 400]);
      await queue.work(worker, DRAINING);
      expect(reports.map(({ outcome }) => outcome)).toEqual([
        { end: 'later', afterMs: 100 },
        { end: 'later', afterMs: 400 },
        { end: 'dead' },
      ]);
      expect(times[1]! - times[0]!).toBeGreaterThanOrEqual(100);
      expect(times[2]! - times[1]!).toBeGreaterThanOrEqual(400);
      expect(await store.dead()).toMatchObject([{ code: 'page-timeout', attempts: 3 }]);
    });

    it('buries at once what will not pass, and goes on with the rest', async () => {
      const items = await addAndOffer(newWork(3));
      const { worker, begun } = working(({ item }) =>
        item.id === items[1]!.id ? Promise.reject(new TypeError('a bug')) : Promise.resolve(undefined),
      );
      await queue.work(worker, DRAINING);
      expect(begun).toHaveLength(3);
      expect(await store.dead()).toMatchObject([{ id: items[1]!.id, code: 'internal-error' }]);
    });

    it('works on what was revived', async () => {
      const [item] = await addAndOffer(newWork(1));
      await queue.work(working(() => Promise.reject(new LiasseFailure('internal-error'))).worker, DRAINING);
      await store.revive();
      await queue.offer(await store.ready(10));
      const { worker, begun } = working();
      await queue.work(worker, DRAINING);
      expect(begun).toEqual([item!.id]);
    });

    it('does once more what was asked for again while it was worked on', async () => {
      const asked = newWork(1, { kind: 'case' });
      await addAndOffer(asked);
      let times = 0;
      const { worker } = working(async () => {
        times += 1;
        if (times === 1) await addAndOffer(asked);
        return undefined;
      });
      await queue.work(worker, DRAINING);
      expect(times).toBe(2);
    });

    it('begins nothing while it is paused, for anybody, and goes on afterwards', async () => {
      const other = open();
      await other.pause();
      expect(await queue.isPaused()).toBe(true);
      await addAndOffer(newWork(2));
      const { worker, begun } = working();
      const ending = queue.work(worker, DRAINING);
      await pause(300);
      expect(begun).toEqual([]);
      await other.resume();
      expect(await queue.isPaused()).toBe(false);
      await ending;
      expect(begun).toHaveLength(2);
    });

    it('stays paused for those who start later', async () => {
      await queue.pause();
      await queue.close();
      await store.add(newWork(1));
      const { worker, begun } = working();
      const later = open();
      const ending = later.work(worker, DRAINING);
      await pause(200);
      expect(begun).toEqual([]);
      await later.resume();
      await ending;
    });

    it('ends when it is told to, after what is under way and before anything else', async () => {
      await addAndOffer(newWork(3));
      const stop = new AbortController();
      const { worker, reports } = working(async () => {
        stop.abort();
        await pause(100);
        return undefined;
      });
      await queue.work(worker, { ...DRAINING, signal: stop.signal, isDraining: false });
      expect(reports.map(({ outcome }) => outcome)).toEqual([{ end: 'done' }]);
      expect(await store.counts()).toMatchObject({ ready: 2, running: 0 });
    });

    it('gives back what is under way when it is closed, and the try does not count', async () => {
      const [item] = await addAndOffer(newWork(1));
      const { worker } = working(async ({ signal }) => {
        await pause(60_000, undefined, { signal });
        return undefined;
      });
      const ending = queue.work(worker, { ...DRAINING, isDraining: false });
      while ((await store.counts()).running === 0) await pause(20);
      await queue.close();
      await ending;
      expect(await store.ready(10)).toMatchObject([{ id: item!.id, attempts: 0 }]);
    });

    it('notices what is offered while it waits', async () => {
      const { worker, begun } = working();
      const stop = new AbortController();
      const ending = queue.work(worker, { ...DRAINING, signal: stop.signal, isDraining: false });
      await pause(200);
      await addAndOffer(newWork(1));
      await expect.poll(() => begun.length, { timeout: 5000 }).toBe(1);
      stop.abort();
      await ending;
    });

    it('shares the work among all who do it', async () => {
      await addAndOffer(newWork(20));
      const slow: WorkFunction = async () => {
        await pause(20);
        return undefined;
      };
      const [one, other] = [working(slow), working(slow)];
      await Promise.all([queue.work(one.worker, DRAINING), open().work(other.worker, DRAINING)]);
      expect(one.begun.length + other.begun.length).toBe(20);
      expect(Math.min(one.begun.length, other.begun.length)).toBeGreaterThan(4);
    });
  });
}
