import { Queue } from 'bullmq';
import type { LiasseFailure } from '#domain/failure.ts';
import type { WorkQueue, WorkStore } from '#ports/work-queue.ts';
import { connectRedis } from './connect-redis.ts';
import { consumeJobs } from './consume-jobs.ts';
import { offerJobs, offerReady } from './offer-ready.ts';

export interface BullmqQueueOptions {
  readonly store: WorkStore;
  readonly redisUrl: string;
  /** Tells installations apart that share one Redis. */
  readonly installation?: string;
  readonly upkeepMs?: number;
  /** How often everything that is ready is offered again. */
  readonly offerMs?: number;
  /** After so long without a sign of life, what a worker was given is given to another. */
  readonly lockMs?: number;
  /** Told of what keeps the queue from working; it goes on by itself. */
  readonly onTrouble?: (failure: LiasseFailure) => void;
}

export const QUEUE_NAME = 'work';

/**
 * Work handed out by BullMQ on Redis, to as many machines as wanted. Rows of the database are the truth: Redis knows their ids only, and whatever it
 * forgets is offered again. `offer` throws `queue-away`; what could not be offered is offered later by itself.
 */
export function createBullmqQueue(options: BullmqQueueOptions): WorkQueue {
  const { store, redisUrl, installation = 'liasse', onTrouble = () => undefined } = options;
  const line = connectRedis(redisUrl, onTrouble);
  // In braces: one slot of a cluster.
  const prefix = `{${installation}}`;
  const queue = new Queue(QUEUE_NAME, { connection: line.redis, prefix });
  queue.on('error', () => undefined);
  const closing = new AbortController();
  const working = new Set<Promise<void>>();

  return {
    offer: (items) => offerJobs({ queue, line }, items),
    work: async (worker, how) => {
      const done = consumeJobs(worker, {
        ...{ store, line, queue, prefix, onTrouble },
        ...{ upkeepMs: 15_000, offerMs: 60_000, lockMs: 10_000, ...options },
        ...how,
        signal: AbortSignal.any([how.signal, closing.signal]),
        abortSignal: closing.signal,
      });
      working.add(done);
      await done.finally(() => working.delete(done));
    },
    // The row is what counts: without it nothing is begun, whatever Redis hands out.
    pause: async () => {
      await store.setPaused(true);
      await line.ask(() => queue.pause());
    },
    resume: async () => {
      await store.setPaused(false);
      await offerReady({ queue, line }, store);
    },
    isPaused: () => store.isPaused(),
    close: async () => {
      closing.abort();
      await Promise.allSettled(working);
      await queue.close();
      line.hangUp();
    },
  };
}
