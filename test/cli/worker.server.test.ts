import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { keepingPlaces } from '#app/config.ts';
import { type Keeping, openKeeping } from '#app/keeping/open-keeping.ts';
import { receiveLetters } from '../support/receive-letters.ts';
import { runLiasse } from '../support/run-liasse.ts';
import { startPostgres, whyNoPostgres } from '../support/servers/postgres.ts';
import { startRedis, whyNoRedis } from '../support/servers/redis.ts';
import { S3_KEYS, startS3 } from '../support/servers/s3.ts';
import type { TestServer } from '../support/servers/server-process.ts';

type Environment = Record<string, string>;

const worker = (env: Environment, ...more: string[]) => runLiasse(['worker', '--engine', 'js', ...more], { env });

async function withKeepingOf<T>(env: Environment, use: (keeping: Keeping) => Promise<T>): Promise<T> {
  const keeping = await openKeeping(keepingPlaces(env));
  try {
    return await use(keeping);
  } finally {
    await keeping.close();
  }
}

/** What was found of each letter, whatever its ids. */
const judgements = (env: Environment, ids: readonly string[]) =>
  withKeepingOf(env, async ({ results }) => {
    const documents = await Promise.all(ids.map((id) => results.ofFile(id)));
    return documents.map((ofFile) => ofFile.map(({ judgement }) => judgement));
  });

describe.skipIf((await whyNoRedis()) ?? (await whyNoPostgres()))('liasse worker', () => {
  let folder: string;
  let alone: Environment;
  let shared: Environment;
  const servers: TestServer[] = [];
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'liasse-worker-'));
    const [postgres, redis, s3] = await Promise.all([startPostgres(), startRedis(), startS3('liasse')]);
    servers.push(postgres, redis, s3);
    alone = { LIASSE_HOME: join(folder, 'home') };
    const s3Access = {
      LIASSE_S3_ENDPOINT: s3.url,
      LIASSE_S3_ACCESS_KEY: S3_KEYS.accessKey,
      LIASSE_S3_SECRET_KEY: S3_KEYS.secretKey,
    };
    for (const [name, value] of Object.entries(s3Access)) vi.stubEnv(name, value);
    shared = {
      ...alone,
      ...s3Access,
      DATABASE_URL: postgres.url,
      REDIS_URL: redis.url,
      LIASSE_BLOBS: 's3://liasse/papers',
    };
  });
  afterAll(async () => {
    vi.unstubAllEnvs();
    await Promise.all(servers.map((server) => server.stop()));
    await rm(folder, { recursive: true, force: true });
  });

  it('works through what was received, on one machine and on many, with the very same results', async () => {
    const found = [];
    for (const env of [alone, shared]) {
      const ids = await withKeepingOf(env, (keeping) => receiveLetters(keeping, 6));
      const runs = await Promise.all((env === shared ? [1, 2] : [1]).map(() => worker(env, '--drain')));
      expect(runs.map(({ status, stderr }) => [status, stderr])).toEqual(runs.map(({ stderr }) => [0, stderr]));
      const states = await withKeepingOf(env, ({ files }) => Promise.all(ids.map((id) => files.find(id))));
      expect(states.map((file) => file?.state)).toEqual(ids.map(() => 'accepted'));
      found.push(JSON.stringify(await judgements(env, ids)));
    }
    expect(found[0]).toContain('proof-of-address');
    expect(found[1]).toBe(found[0]);
  });

  it('says that nothing is left, at once, when it is run again', async () => {
    const { status, stderr } = await worker(alone, '--drain');
    expect(status).toBe(0);
    expect(stderr).toContain('0 pieces of work done');
  });

  it('refuses to share work without sharing what it stands on', async () => {
    const { DATABASE_URL: _, ...noDatabase } = shared;
    const lone = await worker(noDatabase, '--drain');
    expect([lone.status, lone.stderr]).toEqual([2, expect.stringContaining('stores-not-shared')]);
    expect(lone.stderr).toContain('DATABASE_URL');
    const elsewhere = await worker({ ...shared, LIASSE_BLOBS: join(folder, 'blobs-of-this-machine') }, '--drain');
    expect([elsewhere.status, elsewhere.stderr]).toEqual([2, expect.stringContaining('stores-not-shared')]);
  });

  it('begins nothing while work is paused', async () => {
    expect((await runLiasse(['queue', 'pause'], { env: shared })).stdout).toContain('Paused');
    await withKeepingOf(shared, (keeping) => receiveLetters(keeping, 1, 'paused'));
    const { stderr } = await runLiasse(['worker', '--engine', 'js'], {
      env: shared,
      killAfterMs: 6000,
      signal: 'SIGTERM',
    });
    expect(stderr).toContain('Work is paused');
    expect((await runLiasse(['queue'], { env: shared })).stdout).toMatch(/Work is paused/);
    expect((await runLiasse(['queue', 'resume', '--lang', 'fr'], { env: shared })).stdout).toContain('continue');
    expect((await worker(shared, '--drain')).status).toBe(0);
  });

  it('shows what was put aside and why, and tries it again when asked', async () => {
    const id = await withKeepingOf(shared, async (keeping) => {
      const [fileId] = await receiveLetters(keeping, 2, 'dead');
      const work = await keeping.work.find('file', fileId!);
      await keeping.work.claimOne(work!.id, 'me', 60_000);
      await keeping.work.bury(work!.id, 'me', { code: 'page-timeout' });
      return work!.id;
    });
    const shown = (await runLiasse(['queue'], { env: shared })).stdout;
    expect(shown).toContain(id.slice(0, 8));
    expect(shown).toContain('letter-1.txt');
    expect(shown).toContain('page-timeout');
    const unknown = await runLiasse(['retry', 'ffffffff-0'], { env: shared });
    expect([unknown.status, unknown.stderr]).toEqual([2, expect.stringContaining('work-unknown')]);
    expect((await runLiasse(['retry', id.slice(0, 8)], { env: shared })).stdout).toContain('1 piece of work waits');
    expect((await worker(shared, '--drain')).status).toBe(0);
    const view = JSON.parse((await runLiasse(['queue', '--json'], { env: shared })).stdout);
    expect(view).toMatchObject({ isPaused: false, dead: [], counts: { live: { ready: 0, dead: 0 } } });
  });

  it('ends at once at a second signal, and the next one takes up what was under way', async () => {
    const ids = await withKeepingOf(alone, (keeping) => receiveLetters(keeping, 4, 'stopped'));
    const child = spawn(process.execPath, ['src/cli/main.ts', 'worker', '--engine', 'js', '--concurrency', '1'], {
      env: { ...process.env, ...alone, LANG: 'en' },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    await once(child.stderr, 'data');
    child.kill('SIGTERM');
    child.kill('SIGTERM');
    const [status] = await once(child, 'exit');
    expect([0, 130]).toContain(status);
    expect((await worker(alone, '--drain')).status).toBe(0);
    const states = await withKeepingOf(alone, ({ files }) => Promise.all(ids.map((id) => files.find(id))));
    expect(states.map((file) => file?.state)).toEqual(ids.map(() => 'accepted'));
  });
});
