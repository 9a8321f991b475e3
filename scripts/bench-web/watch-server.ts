// Loaded before the server by scripts/bench-web.ts: how long its event loop is held, told when it ends. Time on the processor says so whatever else the machine does.
import { writeFileSync } from 'node:fs';
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { isMainThread } from 'node:worker_threads';

const { BENCH_WATCH: file } = process.env;
const TICK_MS = 10;
const MICROSECONDS = 1_000;
const NANOSECONDS = 1_000_000;

if (file !== undefined && isMainThread && process.argv.includes('serve')) {
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
    const { user, system } = process.threadCpuUsage();
    const own = process.cpuUsage();
    const sorted = held.toSorted((one, other) => one - other);
    const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
    writeFileSync(
      file,
      JSON.stringify({
        loopSeconds: (user + system) / MICROSECONDS / 1_000,
        processSeconds: (own.user + own.system) / MICROSECONDS / 1_000,
        share: performance.eventLoopUtilization().utilization,
        heldMs: { p95: at(0.95), p99: at(0.99), longest: at(1) },
        delayMs: {
          p50: delay.percentile(50) / NANOSECONDS,
          p95: delay.percentile(95) / NANOSECONDS,
          p99: delay.percentile(99) / NANOSECONDS,
          longest: delay.max / NANOSECONDS,
        },
      }),
    );
  });
}
