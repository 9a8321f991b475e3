import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { inspectDatabase } from '#adapters/sql/inspect-database.ts';
import { openDatabase } from '#adapters/sql/open-database.ts';
import { checkDatabase } from '#app/doctor/checks/check-database.ts';
import { checkRedis } from '#app/doctor/checks/check-redis.ts';
import { runLiasse } from '../support/run-liasse.ts';
import { startPostgres, whyNoPostgres } from '../support/servers/postgres.ts';
import { startRedis, whyNoRedis } from '../support/servers/redis.ts';
import type { TestServer } from '../support/servers/server-process.ts';

const reportSchema = z.object({
  status: z.enum(['ok', 'warning', 'broken']),
  counts: z.object({ ok: z.number(), warning: z.number(), broken: z.number() }),
  findings: z.array(
    z.object({
      check: z.string(),
      state: z.enum(['ok', 'warning', 'broken']),
      code: z.string(),
      message: z.object({ fr: z.string(), en: z.string() }),
      mend: z.string().nullable(),
    }),
  ),
});

/** The code of each finding by its check. */
function codesOf(stdout: string): Record<string, string> {
  return Object.fromEntries(reportSchema.parse(JSON.parse(stdout)).findings.map(({ check, code }) => [check, code]));
}

describe.skipIf((await whyNoPostgres()) ?? (await whyNoRedis()))('the doctor', () => {
  let root: string;
  let database: TestServer;
  let redis: TestServer;
  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'liasse-doctor-'));
    [database, redis] = await Promise.all([startPostgres(), startRedis()]);
  });
  afterAll(async () => {
    await Promise.all([database.stop(), redis.stop()]);
    await rm(root, { recursive: true, force: true });
  });

  describe('liasse doctor', () => {
    it('finds nothing broken on a machine where nothing is kept yet, and leaves nothing behind', async () => {
      const home = join(root, 'home');
      const { status, stdout } = await runLiasse(['doctor', '--json'], {
        env: { LIASSE_HOME: home, TZ: 'Europe/Paris' },
      });
      const report = reportSchema.parse(JSON.parse(stdout));
      expect(report.findings.filter(({ state }) => state === 'broken')).toEqual([]);
      expect(status).toBe(0);
      expect(report.findings.map(({ check }) => check)).toEqual(
        expect.arrayContaining(['engine', 'key', 'redis', 'work']),
      );
      expect(await readdir(root)).not.toContain('home');
    });

    it('says in words what is broken and how to mend it, and ends with 1', async () => {
      const home = join(root, 'a file');
      await writeFile(home, '');
      const env = {
        LIASSE_HOME: home,
        REDIS_URL: 'redis://127.0.0.1:1',
        DATABASE_URL: 'postgres://x:secret@127.0.0.1:1/x',
      };
      const { status, stdout } = await runLiasse(['doctor', '--lang', 'fr'], { env });
      expect(status).toBe(1);
      expect(stdout).toContain('Liasse ne peut pas écrire dans');
      expect(stdout).toContain('→ sudo chown -R "$USER" \'');
      expect(stdout).toMatch(/en panne +Base de données +ne répond pas/);
      expect(stdout).toMatch(/en panne +Redis +ne répond pas \(ECONNREFUSED\)/);
      expect(stdout).not.toContain('secret');
    });

    it('looks at the servers that the environment names', async () => {
      const env = {
        LIASSE_HOME: join(root, 'distributed'),
        TZ: 'Europe/Paris',
        DATABASE_URL: database.url,
        REDIS_URL: redis.url,
      };
      const { status, stdout } = await runLiasse(['doctor', '--json'], { env });
      const codes = codesOf(stdout);
      expect(codes).toMatchObject({ database: 'database-behind', redis: 'redis-good', stores: 'stores-not-yet' });
      expect(status).toBe(0);
      await (await openDatabase({ url: database.url })).close();
      expect(codesOf((await runLiasse(['doctor', '--json'], { env })).stdout)).toMatchObject({
        database: 'database-server',
        work: 'work-good',
        key: 'key-not-yet',
      });
    });

    it('says when the settings name a secret that is not there', async () => {
      const env = { LIASSE_HOME: join(root, 'secrets'), DATABASE_URL_FILE: join(root, 'no-secret') };
      const { status, stdout } = await runLiasse(['doctor', '--lang', 'en'], { env });
      expect(status).toBe(1);
      expect(stdout).toContain(`names a file that can’t be read: ${join(root, 'no-secret')} (ENOENT)`);
    });
  });

  describe('the database server', () => {
    const checked = (url: string) =>
      checkDatabase({ database: () => inspectDatabase({ url }), isDatabaseServer: true, home: root });

    it('without the database that is named, or the user, refuses', async () => {
      const [noDatabase, noUser] = [new URL(database.url), new URL(database.url)];
      noDatabase.pathname = '/nowhere';
      noUser.username = 'nobody';
      for (const url of [noDatabase, noUser])
        expect(await checked(url.href)).toMatchObject({ state: 'broken', code: 'database-refused' });
    });

    it('that does not sync is a warning', async () => {
      const careless = await startPostgres(['fsync=off']);
      try {
        expect(await checked(careless.url)).toMatchObject({ state: 'warning', code: 'database-unsafe' });
      } finally {
        await careless.stop();
      }
    });
  });

  describe('Redis', () => {
    const set = async (name: string, value: string): Promise<void> => {
      const client = new Redis(redis.url);
      await client.config('SET', name, value);
      client.disconnect();
    };

    it.each([
      ['maxmemory-policy', 'allkeys-lru', 'noeviction', { state: 'broken', code: 'redis-evicts' }],
      ['appendonly', 'no', 'yes', { state: 'warning', code: 'redis-forgets' }],
      ['maxmemory', '1048576', '0', { state: 'warning', code: 'redis-full' }],
    ])('with %s %s: %o', async (name, wrong, right, found) => {
      await set(name, wrong);
      try {
        expect(await checkRedis({ redisUrl: redis.url })).toMatchObject(found);
      } finally {
        await set(name, right);
      }
      expect(await checkRedis({ redisUrl: redis.url })).toMatchObject({ state: 'ok' });
    });

    it('that wants a password refuses', async () => {
      await set('requirepass', 'secret');
      const client = new Redis(redis.url, { password: 'secret' });
      try {
        expect(await checkRedis({ redisUrl: redis.url })).toMatchObject({ state: 'broken', code: 'redis-refused' });
        const wrong = redis.url.replace('redis://', 'redis://:wrong@');
        expect(await checkRedis({ redisUrl: wrong })).toMatchObject({ state: 'broken', code: 'redis-refused' });
      } finally {
        await client.config('SET', 'requirepass', '');
        client.disconnect();
      }
    });
  });
});
