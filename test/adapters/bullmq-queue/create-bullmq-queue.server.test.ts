import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { describe } from 'vitest';
import { createBullmqQueue } from '#adapters/bullmq-queue/create-bullmq-queue.ts';
import { workQueueContract } from '../../contracts/work-queue.contract.ts';
import { startRedis, whyNoRedis } from '../../support/servers/redis.ts';
import { workStoreOf } from '../../support/work-store-of.ts';

describe.skipIf(await whyNoRedis())('on Redis', () => {
  workQueueContract('BullMQ', async () => {
    const home = await mkdtemp(join(tmpdir(), 'liasse-bullmq-'));
    const [server, tested] = await Promise.all([startRedis(), workStoreOf({ home })]);
    const redis = new Redis(server.url);
    return {
      store: tested.store,
      open: () => createBullmqQueue({ store: tested.store, redisUrl: server.url, lockMs: 2000 }),
      clear: async () => {
        await tested.clear();
        await redis.flushall();
      },
      close: async () => {
        redis.disconnect();
        await tested.close();
        await server.stop();
        await rm(home, { recursive: true });
      },
    };
  });
});
