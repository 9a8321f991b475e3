import { inspectRedis } from '#adapters/redis/inspect-redis.ts';
import type { DoctorEnvironment } from '../doctor-environment.ts';
import { type Finding, finding } from '../findings.ts';

const KEEPS_EVERYTHING = 'noeviction';
/** Redis without room refuses new work, which is then offered again; better not to come there. */
const NEARLY_FULL = 0.9;
const REFUSALS = /^(NOAUTH|WRONGPASS|NOPERM|DENIED)/;

/** Does Redis answer, and keep what it is given? */
export async function checkRedis({ redisUrl }: Pick<DoctorEnvironment, 'redisUrl'>): Promise<Finding> {
  if (redisUrl === undefined) return finding('ok', 'redis-unused', {});
  try {
    const { version, evictionPolicy, isDurable, usedBytes, maxBytes } = await inspectRedis(redisUrl);
    if (evictionPolicy !== KEEPS_EVERYTHING) return finding('broken', 'redis-evicts', { policy: evictionPolicy });
    if (maxBytes > 0 && usedBytes > maxBytes * NEARLY_FULL)
      return finding('warning', 'redis-full', { usedBytes, maxBytes });
    return isDurable ? finding('ok', 'redis-good', { version }) : finding('warning', 'redis-forgets', {});
  } catch (error) {
    const [code = ''] = (error instanceof Error ? error.message : '').split(' ');
    if (REFUSALS.test(code)) return finding('broken', 'redis-refused', { code });
    const system = error instanceof Error && 'code' in error ? String(error.code) : '';
    return finding('broken', 'redis-away', { code: system });
  }
}
