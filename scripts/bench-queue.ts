// What the queue itself costs an item, and how work scales with slots and with processes, when each item takes a fixed time.
// Starts its own PostgreSQL and Redis from Debian's packages. Run: node scripts/bench-queue.ts [--items 1000] [--delay 100] [--each 25] [--rounds 3] [--only cost|scale]
// Of several rounds the best one is shown: what else the machine does only takes away.
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createBullmqQueue } from '../src/adapters/bullmq-queue/create-bullmq-queue.ts';
import { createEmbeddedQueue } from '../src/adapters/embedded-queue/create-embedded-queue.ts';
import { type Database, openDatabase } from '../src/adapters/sql/open-database.ts';
import { createWorkStore } from '../src/adapters/sql/work/create-work-store.ts';
import { workOwner } from '../src/adapters/work-upkeep/work-owner.ts';
import { createPerformWork } from '../src/app/keeping/perform-work.ts';
import type { NewWork, WorkQueue, WorkStore } from '../src/ports/work-queue.ts';
import { createResults, ended, resultsOf, startResultWorker } from '../test/support/result-workers.ts';
import { startPostgres } from '../test/support/servers/postgres.ts';
import { startRedis } from '../test/support/servers/redis.ts';
import { scriptOptions } from './script-options.ts';

const { values } = scriptOptions({
  options: {
    items: { type: 'string', default: '1000' },
    delay: { type: 'string', default: '100' },
    each: { type: 'string', default: '25' },
    rounds: { type: 'string', default: '3' },
    only: { type: 'string' },
  },
});
const [items, delayMs, each] = [Number(values.items), Number(values.delay), Number(values.each)];
const rounds = Array.from({ length: Number(values.rounds) });
const folder = await mkdtemp(join(tmpdir(), 'liasse-bench-queue-'));
const [postgres, redis] = await Promise.all([startPostgres(), startRedis()]);
const embedded = await openDatabase({ home: folder });
const server = await openDatabase({ url: postgres.url });

/** A way to run: where the rows are, and who hands them out. */
interface Way {
  readonly name: string;
  readonly db: Database;
  readonly store: WorkStore;
  readonly redisUrl?: string;
  open(): WorkQueue;
}
const wayOf = (name: string, db: Database, redisUrl?: string): Way => {
  const store = createWorkStore(db);
  return {
    ...{ name, db, store },
    ...(redisUrl === undefined ? {} : { redisUrl }),
    open: () =>
      redisUrl === undefined
        ? createEmbeddedQueue({ store, owner: workOwner() })
        : createBullmqQueue({ store, redisUrl }),
  };
};
const ways = [
  wayOf('embedded, PGlite', embedded.db),
  wayOf('embedded, PostgreSQL', server.db),
  wayOf('BullMQ, PostgreSQL', server.db, redis.url),
];

function work(count: number): NewWork[] {
  const cases = Array.from({ length: 10 }, () => randomUUID());
  return Array.from({ length: count }, (_, place) => ({
    kind: 'file',
    subject: randomUUID(),
    caseId: cases[place % cases.length] ?? null,
    workClass: 'live',
  }));
}

/** Milliseconds from the first item to the last, in one process with so many slots. */
async function drained(way: Way, count: number, { slots, itemMs }: { slots: number; itemMs: number }): Promise<number> {
  await way.store.add(work(count));
  const queue = way.open();
  await queue.offer(await way.store.ready(count));
  let [first, last] = [0, 0];
  const does = async (): Promise<undefined> => {
    if (first === 0) first = performance.now();
    if (itemMs > 0) await pause(itemMs);
    last = performance.now();
  };
  const worker = createPerformWork({
    store: way.store,
    owner: workOwner(),
    functions: { file: does, case: does, run: does, translation: does },
  });
  await queue.work(worker, { concurrency: slots, signal: new AbortController().signal, isDraining: true });
  await queue.close();
  return last - first;
}

async function measureCost(): Promise<void> {
  console.log(`Own cost an item (${items} items that take no time; claim, hand out, settle):`);
  for (const way of ways)
    for (const slots of [1, 8]) {
      let elapsedMs = Number.POSITIVE_INFINITY;
      for (const _ of rounds) elapsedMs = Math.min(elapsedMs, await drained(way, items, { slots, itemMs: 0 }));
      console.log(
        `  ${way.name.padEnd(22)} ${String(slots).padStart(2)} slots  ${(elapsedMs / items).toFixed(2).padStart(6)} ms`,
      );
    }
}

async function measureSlots(way: Way): Promise<void> {
  let alone = 0;
  for (const slots of [1, 2, 8]) {
    const count = each * slots;
    let rate = 0;
    for (const _ of rounds) rate = Math.max(rate, count / (await drained(way, count, { slots, itemMs: delayMs })));
    if (slots === 1) alone = rate;
    report(`${way.name}, slots`, slots, { rate, alone });
  }
}

async function measureProcesses(way: Way): Promise<void> {
  let alone = 0;
  for (const processes of [1, 2, 8]) {
    let rate = 0;
    for (const _ of rounds) rate = Math.max(rate, await rateOf(way, processes));
    if (processes === 1) alone = rate;
    report(`${way.name}, processes`, processes, { rate, alone });
  }
}

/** Items a millisecond of so many processes with one slot each; they start while work is paused, and the clock runs from the end of the pause. */
async function rateOf(way: Way, processes: number): Promise<number> {
  const count = each * processes;
  await createResults(way.db);
  await way.store.setPaused(true);
  await way.store.add(work(count));
  const { redisUrl } = way;
  const options = { databaseUrl: postgres.url, delayMs, concurrency: 1, ...(redisUrl && { redisUrl }) };
  const workers = await Promise.all(Array.from({ length: processes }, () => startResultWorker(options)));
  await pause(1000);
  const queue = way.open();
  const startedAt = performance.now();
  await queue.resume();
  while ((await resultsOf(way.db)).subjects.length < count) await pause(5);
  const rate = count / (performance.now() - startedAt);
  await Promise.all(workers.map(ended));
  await queue.close();
  return rate;
}

function report(name: string, workers: number, { rate, alone }: { rate: number; alone: number }): void {
  const factor = (rate / alone).toFixed(2);
  console.log(`  ${name.padEnd(32)} ${workers}: ${(rate * 1000).toFixed(1).padStart(6)} items/s  × ${factor}`);
}

try {
  if (values.only !== 'scale') await measureCost();
  if (values.only !== 'cost') {
    console.log(`Scaling, ${delayMs} ms an item, ${each} items a worker:`);
    for (const way of ways) await measureSlots(way);
    for (const way of ways.slice(1)) await measureProcesses(way);
  }
} finally {
  await Promise.all([embedded.close(), server.close()]);
  await Promise.all([postgres.stop(), redis.stop()]);
  await rm(folder, { recursive: true, force: true });
}
