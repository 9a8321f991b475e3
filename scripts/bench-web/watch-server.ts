// Loaded before the server by scripts/bench-web.ts: how long its event loop is held, told when it ends. Time on the processor tells it whatever else the
// machine is busy with.
import { writeFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { isMainThread } from 'node:worker_threads';
import { percentile } from './percentile.ts';
import type { Watched } from './watched.schema.ts';

const TICK_MS = 10;
const MICROSECONDS = 1_000;
const NANOSECONDS = 1_000_000;
const file = process.env['BENCH_WATCH'];

/** Watches from when it answers on: loading it is over then. */
function watch(into: string): void {
  const delay = monitorEventLoopDelay({ resolution: TICK_MS });
  delay.enable();
  const held: number[] = [];
  let last = process.threadCpuUsage();
  setInterval(() => {
    const now = process.threadCpuUsage();
    held.push((now.user + now.system - last.user - last.system) / MICROSECONDS);
    last = now;
  }, TICK_MS).unref();
  process.once('exit', () => {
    const sorted = held.toSorted((one, other) => one - other);
    const late = (percentile: number): number => delay.percentile(percentile) / NANOSECONDS;
    const told: Watched = {
      ...{ loopSeconds: seconds(process.threadCpuUsage()), processSeconds: seconds(process.cpuUsage()) },
      heldMs: { p95: percentile(sorted, 0.95), p99: percentile(sorted, 0.99), longest: percentile(sorted, 1) },
      delayMs: { p95: late(95), p99: late(99), longest: delay.max / NANOSECONDS },
    };
    writeFileSync(into, JSON.stringify(told));
  });
}

function seconds({ user, system }: NodeJS.CpuUsage): number {
  return (user + system) / MICROSECONDS / 1_000;
}

const LOADING_MS = 5_000;
if (file !== undefined && isMainThread && process.argv.includes('serve'))
  setTimeout(() => watch(file), LOADING_MS).unref();
