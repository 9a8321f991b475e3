import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Worker } from 'node:worker_threads';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { openDatabase } from '#adapters/sql/open-database.ts';

const MEGABYTE = 1_000_000;

it('an embedded database forgets what it answered', { timeout: 60_000 }, async () => {
  const home = await mkdtemp(join(tmpdir(), 'liasse-memory-'));
  const threads: Worker[] = [];
  const onThread = (thread: Worker): void => {
    threads.push(thread);
  };
  process.on('worker', onThread);
  const { db, close } = await openDatabase({ home });
  process.off('worker', onThread);
  const [host] = threads;
  if (host === undefined) throw new Error('no thread hosts the database');
  for (let query = 0; query < 60; query += 1)
    await sql`select repeat(md5(n::text), 31) as text from generate_series(1, 1000) as n`.execute(db);
  const { used_heap_size: used } = await host.getHeapStatistics();
  // Sixty answers of a megabyte each went through it.
  expect(used).toBeLessThan(50 * MEGABYTE);
  await close();
  await rm(home, { recursive: true });
});
