import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runLiasse } from '../support/run-liasse.ts';
import { startPostgres, whyNoPostgres } from '../support/servers/postgres.ts';
import { startRedis, whyNoRedis } from '../support/servers/redis.ts';
import type { TestServer } from '../support/servers/server-process.ts';

const missing = (await whyNoPostgres()) ?? (await whyNoRedis());

/** Text layers only: reading pixels is another suite's affair. The truth beside each is read as a text. */
const PAPERS = ['001-police-report-fr', '005-medical-certificate-fr', '013-pay-slip-fr', '036-benefit-decision-fr'].map(
  (name) => `fixtures/documents/${name}-clean-pdf`,
);

describe.skipIf(missing)('the same case, worked through embedded and by workers on Redis and PostgreSQL', () => {
  let folder: string;
  let servers: TestServer[] = [];
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'liasse-both-ways-'));
    servers = [await startPostgres(), await startRedis()];
  });
  afterAll(async () => {
    await Promise.all(servers.map((server) => server.stop()));
    await rm(folder, { recursive: true, force: true });
  });

  async function liasse(args: readonly string[], env: Record<string, string>): Promise<string> {
    const { status, stdout, stderr } = await runLiasse(args, { env });
    expect(status, stderr).toBe(0);
    return stdout;
  }
  const taken = ['--case', 'both', '--as-of', '2026-11-23'];
  const resultsOf = (env: Record<string, string>) => liasse(['results', '--case', 'both', '--json', '-'], env);

  it('gives the same bytes', async () => {
    const embedded = { LIASSE_HOME: join(folder, 'embedded') };
    const printed = await liasse(['intake', ...PAPERS, ...taken, '--engine', 'js', '--json', '-'], embedded);
    const [postgres, redis] = servers;
    const shared = {
      LIASSE_HOME: join(folder, 'shared'),
      DATABASE_URL: postgres?.url ?? '',
      REDIS_URL: redis?.url ?? '',
    };
    await liasse(['receive', ...PAPERS, ...taken], shared);
    await Promise.all([1, 2].map(() => liasse(['worker', '--drain', '--engine', 'js', '--concurrency', '2'], shared)));
    expect(printed.split('\n').filter((line) => line !== '')).toHaveLength(PAPERS.length * 2);
    expect(await resultsOf(embedded)).toBe(printed);
    expect(await resultsOf(shared)).toBe(printed);
  });
});
