import { setTimeout as pause } from 'node:timers/promises';
import { giveMemoryBack } from '#adapters/machine/give-memory-back.ts';

/** Frees nearly all of many small buffers, so that holes are left; prints what it takes up before and after it gives memory back, MiB. Needs `--expose-gc`. */
const SMALL = 64 * 1024;
const COUNT = 4_000;
const KEPT_EVERY = 100;

const residentMib = (): number => Math.round(process.memoryUsage.rss() / 2 ** 20);
const collect = async (): Promise<void> => {
  for (let times = 0; times < 3; times += 1) {
    globalThis.gc?.();
    await pause(50);
  }
};

let all: Buffer[] = Array.from({ length: COUNT }, () => Buffer.alloc(SMALL, 1));
all = all.filter((_, index) => index % KEPT_EVERY === 0);
await collect();
const before = residentMib();
const stop = giveMemoryBack(50);
await pause(400);
stop();
console.log(JSON.stringify({ before, after: residentMib(), kept: all.length }));
