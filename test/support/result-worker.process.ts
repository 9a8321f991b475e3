import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { createBullmqQueue } from '#adapters/bullmq-queue/create-bullmq-queue.ts';
import { createEmbeddedQueue } from '#adapters/embedded-queue/create-embedded-queue.ts';
import { openDatabase } from '#adapters/sql/open-database.ts';
import { createWorkStore } from '#adapters/sql/work/create-work-store.ts';
import { finishWork } from '#adapters/sql/work/settle-work.ts';
import { workOwner } from '#adapters/work-upkeep/work-owner.ts';
import { createPerformWork, type WorkFunction } from '#app/keeping/perform-work.ts';

/**
 * A worker in a process of its own, to be killed: for each item it waits, then writes one row into `results` in the transaction that settles the item.
 * Arguments: URL of the database, delay in milliseconds, concurrency, URL of Redis (else it is an embedded queue).
 */
const [databaseUrl = '', delayMs = '20', concurrency = '1', redisUrl] = process.argv.slice(2);

const { db, close } = await openDatabase({ url: databaseUrl });
const store = createWorkStore(db);
const owner = workOwner();
const queue =
  redisUrl === undefined
    ? createEmbeddedQueue({ store, owner, pollMs: 100, upkeepMs: 500 })
    : createBullmqQueue({ store, redisUrl, lockMs: 1000, upkeepMs: 500 });

const writeResult: WorkFunction = async ({ item, signal }) => {
  await pause(Number(delayMs), undefined, { signal });
  return db.transaction().execute(async (transaction) => {
    const finished = await finishWork(transaction, { id: item.id, owner });
    if (finished !== 'lost')
      await sql`insert into results (subject, pid) values (${item.subject}, ${process.pid})`.execute(transaction);
    return finished;
  });
};
const worker = createPerformWork({
  store,
  owner,
  functions: { file: writeResult, case: writeResult, run: writeResult, translation: writeResult },
});

const stop = new AbortController();
process.once('SIGTERM', () => stop.abort());
process.stdout.write('ready\n');
await queue.work(worker, { concurrency: Number(concurrency), signal: stop.signal, isDraining: true });
await queue.close();
await close();
