import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { sql } from 'kysely';
import type { Database } from '#adapters/sql/open-database.ts';

export interface ResultWorkerOptions {
  readonly databaseUrl: string;
  readonly delayMs: number;
  readonly concurrency: number;
  readonly redisUrl?: string;
}

/** Starts a worker (result-worker.process.ts) and waits until it works. */
export async function startResultWorker(options: ResultWorkerOptions): Promise<ChildProcess> {
  const { databaseUrl, delayMs, concurrency, redisUrl } = options;
  const args = [databaseUrl, String(delayMs), String(concurrency), ...(redisUrl === undefined ? [] : [redisUrl])];
  const child = spawn(process.execPath, ['test/support/result-worker.process.ts', ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (child.stdout !== null) await once(child.stdout, 'data');
  return child;
}

/** Kills a worker as `kill -9` does, or tells it to stop, and waits until it is gone. */
export async function endWorker(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill(signal);
  await exited;
}

/** Waits until a worker has nothing left to do. */
export async function ended(child: ChildProcess): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  return child.exitCode;
}

export async function createResults(db: Database): Promise<void> {
  await sql`create table if not exists results (subject uuid not null, pid integer not null)`.execute(db);
  await sql`truncate results`.execute(db);
}

/** The subjects that have a result, as often as they have one, and how many processes gave them. */
export async function resultsOf(db: Database): Promise<{ readonly subjects: string[]; readonly processes: number }> {
  const { rows } = await sql<{ subject: string; pid: number }>`select subject, pid from results`.execute(db);
  return { subjects: rows.map(({ subject }) => subject).sort(), processes: new Set(rows.map(({ pid }) => pid)).size };
}
