import { spawn } from 'node:child_process';
import { type TreeUse, treeUse } from './watch-memory.ts';

/** How a command went. */
export interface ChildRun {
  readonly status: number | null;
  readonly stdout: string;
  readonly seconds: number;
  /** Megabytes of the process and all below it, twice a second. */
  readonly memory: readonly number[];
  /** Processor time of these, until half a second before the end. */
  readonly cpuSeconds: number;
}

const LOOK_EVERY_MS = 500;

/** Runs Liasse in a process of its own and watches its memory; `killAfterMs` ends it as a power cut would. */
export function runChild(
  args: readonly string[],
  { env, killAfterMs }: { readonly env: Record<string, string>; readonly killAfterMs?: number | undefined },
): Promise<ChildRun> {
  const startedAt = performance.now();
  const child = spawn(process.execPath, ['src/cli/main.ts', ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  const memory: number[] = [];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => process.stderr.write(`  ${text}`));
  let last: TreeUse = { megabytes: 0, cpuSeconds: 0 };
  const looking = setInterval(() => {
    last = treeUse(child.pid ?? 0);
    memory.push(last.megabytes);
  }, LOOK_EVERY_MS);
  const killing = killAfterMs === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfterMs);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status) => {
      clearInterval(looking);
      clearTimeout(killing);
      const { cpuSeconds } = last;
      resolve({ status, stdout, seconds: (performance.now() - startedAt) / 1000, memory, cpuSeconds });
    });
  });
}
