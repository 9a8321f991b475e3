import type { Queue } from 'bullmq';
import type { WorkItem, WorkStore } from '#ports/work-queue.ts';
import type { RedisLine } from './connect-redis.ts';
import { jobOf } from './job-of.ts';

/** More than this many at a time Redis need not know; what is left follows when they are done. */
const AT_ONCE = 5_000;
/** One transaction of Redis. */
const LOT = 500;

/** A queue of BullMQ, and what it takes to talk with it. */
export interface Line {
  readonly queue: Queue;
  readonly line: RedisLine;
}

/** Adds jobs; those that are there already stay as they are. */
export async function offerJobs({ queue, line }: Line, items: readonly WorkItem[]): Promise<void> {
  for (let start = 0; start < items.length; start += LOT)
    await line.ask(() => queue.addBulk(items.slice(start, start + LOT).map(jobOf)));
}

/** Brings Redis to what the database says: paused or not, and everything that is ready is offered. */
export async function offerReady(to: Line, store: WorkStore): Promise<void> {
  const isPaused = await store.isPaused();
  await to.line.ask(() => (isPaused ? to.queue.pause() : to.queue.resume()));
  await offerJobs(to, await store.ready(AT_ONCE));
}

/** More than this many are not begun before the next look. */
const FRONT = 50;

/**
 * Offers what is to be begun next, unless it was `offered` already: whoever adds work to the database need not know of Redis, and an adviser's file
 * is noticed while an archive fills the queue.
 */
export async function offerFront(
  to: Line,
  { store, offered }: { readonly store: WorkStore; readonly offered: Set<string> },
): Promise<void> {
  const front = (await store.ready(FRONT)).filter(({ id }) => !offered.has(id));
  await offerJobs(to, front);
  for (const { id } of front) offered.add(id);
}

/** Whether Redis has nothing more to hand out while there is something in the database. */
export async function hasRunDry({ queue, line }: Line, store: WorkStore): Promise<boolean> {
  const counts = await line.ask(() => queue.getJobCounts('wait', 'prioritized'));
  if (Object.values(counts).some((count) => count > 0)) return false;
  return (await store.ready(1)).length > 0;
}
