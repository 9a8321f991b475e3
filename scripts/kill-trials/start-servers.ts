import { join } from 'node:path';
import { startPostgres } from '../../test/support/servers/postgres.ts';
import { startRedis } from '../../test/support/servers/redis.ts';
import type { TestServer } from '../../test/support/servers/server-process.ts';

/** PostgreSQL and Redis of their own, and what tells Liasse of them. */
export interface TrialServers {
  readonly env: Readonly<Record<string, string>>;
  readonly postgres: TestServer;
  readonly redis: TestServer;
  stop(): Promise<void>;
}

/** Starts both; blobs lie in a folder of the home that several processes share. */
export async function startServers(home: string): Promise<TrialServers> {
  const [postgres, redis] = await Promise.all([startPostgres(), startRedis()]);
  return {
    ...{ postgres, redis },
    env: {
      LIASSE_HOME: home,
      DATABASE_URL: postgres.url,
      REDIS_URL: redis.url,
      LIASSE_BLOBS: join(home, 'blobs'),
      LIASSE_BLOBS_SHARED: '1',
    },
    stop: async () => {
      await Promise.all([postgres.stop(), redis.stop()]);
    },
  };
}
