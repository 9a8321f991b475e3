import { Redis } from 'ioredis';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startPostgres, whyNoPostgres } from './postgres.ts';
import { startRedis, whyNoRedis } from './redis.ts';
import type { TestServer } from './server-process.ts';

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

describe.skipIf(await whyNoPostgres())('PostgreSQL of the tests', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => server.stop());

  it('keeps what was committed over a kill and a restart', async () => {
    await query(server.url, "create table kept (word text); insert into kept values ('here')");
    await server.kill();
    await expect(query(server.url, 'select 1')).rejects.toThrow();
    await server.restart();
    expect(await query(server.url, 'select word from kept')).toEqual([{ word: 'here' }]);
  });

  it('takes settings', async () => {
    const other = await startPostgres(['fsync=off']);
    expect(await query(other.url, 'show fsync')).toEqual([{ fsync: 'off' }]);
    await other.stop();
  });
});

describe.skipIf(await whyNoRedis())('Redis of the tests', () => {
  const rememberedAfterKill = async (isDurable: boolean): Promise<string | null> => {
    const server = await startRedis({ isDurable });
    const client = new Redis(server.url, { retryStrategy: () => 50 });
    client.on('error', () => {});
    try {
      await client.set('word', 'here');
      await server.kill();
      await server.restart();
      return await client.get('word');
    } finally {
      client.disconnect();
      await server.stop();
    }
  };

  it('keeps what was written over a kill and a restart', async () => {
    expect(await rememberedAfterKill(true)).toBe('here');
  });

  it('forgets everything when it is not durable', async () => {
    expect(await rememberedAfterKill(false)).toBeNull();
  });
});
