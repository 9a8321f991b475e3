import { inspect } from 'node:util';
import { fuzzTargets } from '../../test/support/hostile/fuzz-targets.ts';
import type { FuzzNews } from './fuzz-messages.ts';

/** Fuzzes one target in a process of its own: what it takes down, and how much memory it takes, is this target's. */
const TOLD_EVERY_MS = 500;

const [, , name, runs, seed] = process.argv;
const target = fuzzTargets.find((one) => one.name === name);
if (target === undefined) throw new Error(`no such parser: ${name}`);

const tell = (news: FuzzNews): unknown => process.send?.(news);
let inputs = 0;
let longestMs = 0;
let failure: string | null = null;
const timer = setInterval(() => tell({ news: 'at', inputs }), TOLD_EVERY_MS);
const startedAt = performance.now();
try {
  await target.check({
    runs: Number(runs),
    seed: Number(seed),
    onInput: () => {
      inputs += 1;
    },
    onTaken: (tookMs) => {
      longestMs = Math.max(longestMs, tookMs);
    },
  });
} catch (error) {
  failure = error instanceof Error ? `${error.message}\n${inspect(error.cause)}` : String(error);
}
clearInterval(timer);
tell({ news: 'done', inputs, seconds: (performance.now() - startedAt) / 1000, longestMs, failure });
process.disconnect();
