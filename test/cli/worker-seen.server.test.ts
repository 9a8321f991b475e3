import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keepingPlaces } from '#app/config.ts';
import { type HealthReport, healthReportSchema } from '#app/health/health-report.ts';
import { type Keeping, openKeeping } from '#app/keeping/open-keeping.ts';
import { receiveLetters } from '../support/receive-letters.ts';
import { startPostgres, whyNoPostgres } from '../support/servers/postgres.ts';
import type { TestServer } from '../support/servers/server-process.ts';

const LETTERS = 6;
const PATIENCE_MS = 40_000;

/** Asks again until the answer is the one that is waited for. */
async function until<Answer>(ask: () => Promise<Answer>, isGood: (answer: Answer) => boolean): Promise<Answer> {
  const end = performance.now() + PATIENCE_MS;
  for (;;) {
    const answer = await ask();
    if (isGood(answer)) return answer;
    if (performance.now() > end) throw new Error(`still ${JSON.stringify(answer)}`);
    await pause(100);
  }
}

describe.skipIf(await whyNoPostgres())('a worker that is watched', () => {
  let folder: string;
  let postgres: TestServer;
  let worker: ChildProcess;
  let url: string;
  let logFile: string;
  let env: Record<string, string>;

  const logged = async (): Promise<Record<string, unknown>[]> => {
    const lines = (await readFile(logFile, 'utf8').catch(() => '')).split('\n');
    return lines.flatMap((line) => (line === '' ? [] : [JSON.parse(line)]));
  };
  const told = async (event: string) => (await logged()).filter((line) => line['event'] === event);
  const get = (path: string): Promise<Response> => fetch(`${url}${path}`);
  const health = async (): Promise<{ status: number; report: HealthReport }> => {
    const response = await get('/health');
    return { status: response.status, report: healthReportSchema.parse(await response.json()) };
  };
  const withKeeping = async <T>(use: (keeping: Keeping) => Promise<T>): Promise<T> => {
    const keeping = await openKeeping(keepingPlaces(env));
    try {
      return await use(keeping);
    } finally {
      await keeping.close();
    }
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'liasse-watched-'));
    postgres = await startPostgres();
    logFile = join(folder, 'worker.log');
    env = {
      LIASSE_HOME: join(folder, 'home'),
      DATABASE_URL: postgres.url,
      LIASSE_LOG: logFile,
      LIASSE_LOG_LEVEL: 'trace',
    };
    await withKeeping((keeping) => receiveLetters(keeping, LETTERS));
    worker = spawn(
      process.execPath,
      ['src/cli/main.ts', 'worker', '--engine', 'js', '--workers', '1', '--http', '127.0.0.1:0'],
      { env: { ...process.env, ...env }, stdio: 'ignore' },
    );
    const [opened] = await until(
      () => told('port-opened'),
      (lines) => lines.length > 0,
    );
    url = `http://127.0.0.1:${opened?.['port']}`;
  });
  afterAll(async () => {
    worker.kill('SIGKILL');
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('is ready, healthy, and says when it last finished something', async () => {
    await until(
      async () => (await get('/ready')).status,
      (status) => status === 200,
    );
    const { report } = await until(
      health,
      (answer) => answer.report.checks.work?.ready === 0 && answer.report.checks.lastWork.at !== null,
    );
    expect(report.status).toBe('ok');
    expect(report.checks.work).toMatchObject({ dead: 0, isPaused: false });
  });

  it('counts what it did and what is kept', async () => {
    await until(
      () => told('file-finished'),
      (lines) => lines.length === LETTERS,
    );
    const text = await (await get('/metrics')).text();
    expect(text).toContain(`liasse_files_finished_total{state="accepted"} ${LETTERS}`);
    expect(text).toContain(`liasse_pages_read_total ${LETTERS}`);
    expect(text).toMatch(/liasse_work_total\{kind="file",class="live",end="done"\} 6/);
    expect(text).toContain('liasse_work_items{class="live",state="ready"} 0');
    expect(text).toContain('liasse_database_up 1');
    expect(text).toMatch(/liasse_stage_seconds_count\{stage="classify"\} 6/);
    expect(text).toContain('process_resident_memory_bytes');
  });

  it('says so when work is paused', async () => {
    await withKeeping(({ work }) => work.setPaused(true));
    await until(health, ({ report }) => report.checks.work?.isPaused === true);
    await withKeeping(({ work }) => work.setPaused(false));
  });

  it('is not healthy while the database is away, goes on when it is back, and logs both once', async () => {
    await postgres.kill();
    const away = await until(health, ({ status }) => status === 503);
    expect(away.report.checks.database).toMatchObject({ status: 'broken', code: 'database-away' });
    expect((await get('/ready')).status).toBe(503);
    expect(await (await get('/metrics')).text()).toContain('liasse_database_up 0');
    await until(
      () => told('store-lost'),
      (lines) => lines.length > 0,
    );
    await postgres.restart();
    await until(health, ({ status }) => status === 200);
    await withKeeping((keeping) => receiveLetters(keeping, 1, 'after'));
    await until(
      () => told('file-finished'),
      (lines) => lines.length === LETTERS + 1,
    );
    await until(
      () => told('store-regained'),
      (lines) => lines.length === 1,
    );
    expect(await told('store-lost')).toHaveLength(1);
  });

  it('ends in order when told to stop', async () => {
    worker.kill('SIGTERM');
    expect(await once(worker, 'exit')).toEqual([0, null]);
    expect((await logged()).at(-1)).toMatchObject({ event: 'process-stopped', command: 'worker' });
  });

  it('has logged nothing of names and texts', async () => {
    const text = await readFile(logFile, 'utf8');
    expect(await told('event-refused')).toEqual([]);
    expect(text).not.toMatch(/letter-\d|Rives|Marseille|13002|ATTESTATION/);
    expect(text).not.toContain(folder);
  });
});
