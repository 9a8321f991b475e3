import type { Check } from './check.ts';
import { checkBlobs } from './checks/check-blobs.ts';
import { checkClock } from './checks/check-clock.ts';
import { checkDatabase } from './checks/check-database.ts';
import { checkDisk, HOME_NEEDS, TEMP_NEEDS } from './checks/check-disk.ts';
import { checkEngine } from './checks/check-engine.ts';
import { checkHome } from './checks/check-home.ts';
import { checkKey } from './checks/check-key.ts';
import { checkMemory } from './checks/check-memory.ts';
import { checkReadingModels } from './checks/check-models.ts';
import { checkNode } from './checks/check-node.ts';
import { checkAllPipelines } from './checks/check-pipelines.ts';
import { checkRedis } from './checks/check-redis.ts';
import { checkSettings } from './checks/check-settings.ts';
import { checkStores } from './checks/check-stores.ts';
import { checkWork } from './checks/check-work.ts';

const SOON_MS = 10_000;
/** A server that is far away, a database in process that has a crash to recover from. */
const LATER_MS = 30_000;

/** All checks, in the order in which they are told. */
export const CHECKS: readonly Check[] = [
  { name: 'settings', limitMs: SOON_MS, look: checkSettings },
  { name: 'node', limitMs: SOON_MS, look: checkNode },
  { name: 'models', limitMs: LATER_MS, look: checkReadingModels },
  { name: 'engine', limitMs: LATER_MS, look: checkEngine },
  { name: 'pipelines', limitMs: SOON_MS, look: checkAllPipelines },
  { name: 'home', limitMs: SOON_MS, look: checkHome },
  { name: 'disk-home', limitMs: SOON_MS, look: ({ home }) => checkDisk(home, HOME_NEEDS) },
  { name: 'disk-temp', limitMs: SOON_MS, look: ({ temp }) => checkDisk(temp, TEMP_NEEDS) },
  { name: 'memory', limitMs: SOON_MS, look: checkMemory },
  { name: 'clock', limitMs: SOON_MS, look: checkClock },
  { name: 'key', limitMs: LATER_MS, look: checkKey },
  { name: 'database', limitMs: LATER_MS, look: checkDatabase },
  { name: 'blobs', limitMs: LATER_MS, look: checkBlobs },
  { name: 'redis', limitMs: SOON_MS, look: checkRedis },
  { name: 'stores', limitMs: SOON_MS, look: checkStores },
  { name: 'work', limitMs: LATER_MS, look: checkWork },
];
