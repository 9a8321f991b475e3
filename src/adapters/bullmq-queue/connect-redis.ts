import { setTimeout as pause } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { LiasseFailure } from '#domain/failure.ts';

/** A connection that comes back by itself. */
export interface RedisLine {
  readonly redis: Redis;
  /** What a command answers. Throws `queue-away` at once while Redis is known to be away, and when there is no answer within a few seconds. */
  ask<T>(command: () => Promise<T>): Promise<T>;
  hangUp(): void;
}

const ANSWERS_WITHIN_MS = 5_000;

/** Told once of every time that Redis goes away. */
export function connectRedis(url: string, onTrouble: (failure: LiasseFailure) => void): RedisLine {
  const redis = new Redis(url, {
    // BullMQ asks for it: its commands wait until Redis is back.
    maxRetriesPerRequest: null,
    retryStrategy: (times) => Math.min(times * 100, 2_000),
  });
  let isTold = false;
  redis.on('ready', () => {
    isTold = false;
  });
  redis.on('error', (error: Error) => {
    if (!isTold) onTrouble(away(error));
    isTold = true;
  });
  return {
    redis,
    ask: async (command) => {
      if (isTold) throw new LiasseFailure('queue-away');
      const ending = new AbortController();
      const late = pause(ANSWERS_WITHIN_MS, undefined, { signal: ending.signal });
      // Given up on, a command may still be carried out later; all of ours can be said twice.
      const lateFailure = late.then(() => Promise.reject(new LiasseFailure('queue-away')));
      try {
        await Promise.race([ready(redis), lateFailure]);
        return await Promise.race([command(), lateFailure]);
      } catch (error) {
        throw error instanceof LiasseFailure ? error : away(error);
      } finally {
        lateFailure.catch(() => undefined);
        ending.abort();
      }
    },
    hangUp: () => redis.disconnect(),
  };
}

/** While it is away nothing is sent: what waits for it would pile up. */
async function ready(redis: Redis): Promise<void> {
  if (redis.status === 'ready') return;
  await new Promise<void>((resolve) => redis.once('ready', () => resolve()));
}

function away(error: unknown): LiasseFailure {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
  return new LiasseFailure('queue-away', code, { cause: error });
}
