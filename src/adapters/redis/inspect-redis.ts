import { Redis } from 'ioredis';

/** What a Redis server is like. */
export interface RedisInspection {
  readonly version: string;
  /** What it does when its memory is full. */
  readonly evictionPolicy: string;
  /** Whether it writes what it is told to a log on its disk. */
  readonly isDurable: boolean;
  readonly usedBytes: number;
  /** 0: as much as its machine has. */
  readonly maxBytes: number;
}

const PATIENCE_MS = 3_000;

/** Asks a Redis server about itself, once. Throws what it says, or `Error` when it does not answer. */
export async function inspectRedis(url: string): Promise<RedisInspection> {
  const redis = new Redis(url, {
    lazyConnect: true,
    connectTimeout: PATIENCE_MS,
    commandTimeout: PATIENCE_MS,
    maxRetriesPerRequest: 0,
    retryStrategy: () => null,
  });
  let refusal: Error | undefined;
  redis.on('error', (error: Error) => {
    refusal ??= error;
  });
  try {
    await redis.connect();
    const lines = parseInfo(await redis.info());
    return {
      version: lines.get('redis_version') ?? '',
      evictionPolicy: lines.get('maxmemory_policy') ?? '',
      isDurable: lines.get('aof_enabled') === '1',
      usedBytes: Number(lines.get('used_memory') ?? 0),
      maxBytes: Number(lines.get('maxmemory') ?? 0),
    };
  } catch (error) {
    // What the connection said first tells more than that it is closed.
    throw refusal ?? error;
  } finally {
    redis.disconnect();
  }
}

/** The lines `name:value` of `INFO`. */
function parseInfo(text: string): ReadonlyMap<string, string> {
  return new Map(
    text.split(/\r?\n/).flatMap((line) => {
      const at = line.indexOf(':');
      return at > 0 ? [[line.slice(0, at), line.slice(at + 1)]] : [];
    }),
  );
}
