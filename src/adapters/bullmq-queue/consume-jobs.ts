import { setTimeout as pause } from 'node:timers/promises';
import { Worker as Consumer, DelayedError, type Job, type Processor, type Queue } from 'bullmq';
import { asFailure, type LiasseFailure } from '#domain/failure.ts';
import type { Worker, WorkStore } from '#ports/work-queue.ts';
import { type Alarm, createAlarm } from '../work-upkeep/alarm.ts';
import { isAllDone } from '../work-upkeep/is-all-done.ts';
import { releaseAbandoned } from '../work-upkeep/release-abandoned.ts';
import type { RedisLine } from './connect-redis.ts';
import { itemIdOf } from './job-of.ts';
import { hasRunDry, offerFront, offerReady } from './offer-ready.ts';

export interface ConsumeOptions {
  readonly store: WorkStore;
  readonly line: RedisLine;
  readonly queue: Queue;
  readonly prefix: string;
  readonly concurrency: number;
  /** Nothing more is begun. */
  readonly signal: AbortSignal;
  /** What is under way is given up. */
  readonly abortSignal: AbortSignal;
  readonly isDraining: boolean;
  readonly upkeepMs: number;
  readonly offerMs: number;
  readonly lockMs: number;
  readonly onTrouble: (failure: LiasseFailure) => void;
}

/** Redis and the database count time by themselves: an item comes back a little after it is due, and not before. */
const MARGIN_MS = 20;
/** How soon work is noticed that was added and not offered. */
const LOOK_MS = 1_000;
/** A queue that is often empty for a moment is not looked at each time. */
const LOOKS_APART_MS = 200;
/** What Redis is told at the end it can be told within this time, or it finds out by the lock. */
const GOODBYE_MS = 3_000;

/** Does what Redis hands out until the signal is given, or nothing is left anywhere when draining. */
export async function consumeJobs(worker: Worker, options: ConsumeOptions): Promise<void> {
  const { queue, line, prefix, concurrency, lockMs, signal, onTrouble } = options;
  const alarm = createAlarm();
  const underWay = new Set<Promise<unknown>>();
  const processor: Processor = (job, token) => {
    const doing = perform(job, { worker, signal: options.abortSignal, ...(token === undefined ? {} : { token }) });
    underWay.add(doing);
    return doing.finally(() => underWay.delete(doing));
  };
  const consumer = new Consumer(queue.name, processor, {
    ...{ connection: line.redis, prefix, concurrency, autorun: false },
    // Deaths are counted in the database; a job that is lost here is offered anew.
    ...{ lockDuration: lockMs, stalledInterval: lockMs / 2, maxStalledCount: 1_000_000, runRetryDelay: 1_000 },
  });
  // Of Redis itself the line tells.
  consumer.on('error', () => undefined);
  consumer.on('drained', alarm.ring);
  signal.addEventListener('abort', alarm.ring, { once: true });
  const running = consumer.run();
  running.catch((error: unknown) => onTrouble(asFailure(error)));
  await keepUp(options, alarm);
  const closing = consumer.close();
  await Promise.allSettled(underWay);
  await Promise.race([closing, pause(GOODBYE_MS, undefined, { ref: false })]);
}

async function perform(
  job: Job,
  { worker, signal, token }: { readonly worker: Worker; readonly signal: AbortSignal; readonly token?: string },
): Promise<void> {
  const id = itemIdOf(job.data);
  if (id === undefined) return;
  const outcome = await worker(id, signal);
  if (outcome.end !== 'later') return;
  await job.moveToDelayed(Date.now() + outcome.afterMs + MARGIN_MS, token);
  throw new DelayedError();
}

/** Looks after what Redis does not know: what dead workers left, what it forgot, what came in and nobody offered. */
async function keepUp(options: ConsumeOptions, alarm: Alarm): Promise<void> {
  const { store, signal, isDraining, upkeepMs, offerMs, onTrouble } = options;
  const offered = new Set<string>();
  let [nextUpkeep, nextOffer] = [0, 0];
  const isEverythingToBeOffered = async (now: number): Promise<boolean> => {
    if (now >= nextUpkeep) {
      nextUpkeep = now + upkeepMs;
      if ((await releaseAbandoned(store)) > 0) return true;
    }
    return now >= nextOffer || (await hasRunDry(options, store));
  };
  const look = async (): Promise<void> => {
    const now = performance.now();
    if (await isEverythingToBeOffered(now)) {
      offered.clear();
      await offerReady(options, store);
      nextOffer = now + offerMs;
    }
    await offerFront(options, { store, offered });
  };
  while (!signal.aborted) {
    try {
      await look();
      if (isDraining && (await isAllDone(store))) return;
    } catch (error) {
      onTrouble(asFailure(error));
    }
    await alarm.sleep(isDraining ? LOOKS_APART_MS : LOOK_MS);
    if (!isDraining) await pause(LOOKS_APART_MS, undefined, { signal }).catch(() => undefined);
  }
}
