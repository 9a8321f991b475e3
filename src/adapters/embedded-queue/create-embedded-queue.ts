import { asFailure, type LiasseFailure } from '#domain/failure.ts';
import type { Worker, WorkItem, WorkQueue, WorkStore } from '#ports/work-queue.ts';
import { createAlarm } from '../work-upkeep/alarm.ts';
import { isAllDone } from '../work-upkeep/is-all-done.ts';
import { releaseAbandoned } from '../work-upkeep/release-abandoned.ts';
import { repeat } from '../work-upkeep/repeat.ts';

export interface EmbeddedQueueOptions {
  readonly store: WorkStore;
  /** Who takes the items; the worker settles them as the same. */
  readonly owner: string;
  readonly leaseMs?: number;
  /** How long to sleep at most: what other processes offer is seen that late. */
  readonly pollMs?: number;
  /** How often to look for what dead processes left behind. */
  readonly upkeepMs?: number;
  /** Told of what keeps the queue from working; it goes on by itself. */
  readonly onTrouble?: (failure: LiasseFailure) => void;
}

/** With the database away, nothing is gained by asking at once. */
const TROUBLE_PAUSE_MS = 1000;

/** Takes work straight from its table; nothing else has to run. Several processes may do so on one database. */
export function createEmbeddedQueue(options: EmbeddedQueueOptions): WorkQueue {
  const { store, upkeepMs = 15_000, onTrouble = () => undefined } = options;
  const closing = new AbortController();
  const alarm = createAlarm();
  const working = new Set<Promise<void>>();

  const loop = async (worker: Worker, { concurrency, signal, isDraining }: LoopOptions): Promise<void> => {
    const underWay = new Set<Promise<void>>();
    const begin = (item: WorkItem): void => {
      // When it throws, its row stays ours until the lease is over, and is ready again then.
      const doing = worker(item.id, closing.signal, item)
        .then(
          () => undefined,
          (error: unknown) => onTrouble(asFailure(error)),
        )
        .finally(() => {
          underWay.delete(doing);
          alarm.ring();
        });
      underWay.add(doing);
    };
    signal.addEventListener('abort', alarm.ring, { once: true });
    while (!signal.aborted) {
      const sleepMs = underWay.size >= concurrency ? Infinity : await beginNext(options, begin);
      if (sleepMs > 0 && isDraining && underWay.size === 0 && (await isAllDone(store).catch(() => false))) break;
      if (sleepMs > 0) await alarm.sleep(sleepMs);
    }
    await Promise.all(underWay);
  };

  const work: WorkQueue['work'] = async (worker, { concurrency, signal, isDraining }) => {
    const ending = new AbortController();
    const stop = AbortSignal.any([signal, closing.signal, ending.signal]);
    const upkeep = repeat(() => releaseAbandoned(store).then(alarm.ring), {
      everyMs: upkeepMs,
      signal: stop,
      onTrouble,
    });
    await loop(worker, { concurrency, signal: stop, isDraining }).finally(() => ending.abort());
    await upkeep;
  };

  return {
    offer: async () => alarm.ring(),
    work: async (worker, how) => {
      const done = work(worker, how);
      working.add(done);
      await done.finally(() => working.delete(done));
    },
    pause: () => store.setPaused(true),
    resume: async () => {
      await store.setPaused(false);
      alarm.ring();
    },
    isPaused: () => store.isPaused(),
    close: async () => {
      closing.abort();
      await Promise.allSettled(working);
    },
  };
}

interface LoopOptions {
  readonly concurrency: number;
  readonly signal: AbortSignal;
  readonly isDraining: boolean;
}

/** Begins the next item; how long to sleep before there can be another, 0 when there may be one now. */
async function beginNext(options: EmbeddedQueueOptions, begin: (item: WorkItem) => void): Promise<number> {
  const { store, owner, leaseMs = 60_000, pollMs = 500, onTrouble = () => undefined } = options;
  try {
    const item = await store.claim(owner, leaseMs);
    if (item === undefined) return Math.min(pollMs, (await store.nextDueMs()) ?? pollMs);
    begin(item);
    return 0;
  } catch (error) {
    onTrouble(asFailure(error));
    return TROUBLE_PAUSE_MS;
  }
}
