import { spawn } from 'node:child_process';
import { treeUse } from '../bench-archive/watch-memory.ts';
import { type MachineTime, machineTime } from './machine.ts';

/** What a program and all that it started took. Null where this machine does not tell (no /proc). */
export interface Use {
  readonly seconds: number;
  readonly cpuSeconds: number | null;
  readonly peakMegabytes: number | null;
  /** Share of all cores that others used meanwhile, 0 to 1. */
  readonly othersShare: number | null;
}

const LOOK_EVERY_MS = 400;

/** Runs a program to its end; its standard error is passed on. Throws when it ends with another status than 0. */
export function watchedRun(
  command: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Use> {
  const startedAt = performance.now();
  const before = machineTime();
  const child = spawn(command, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'ignore', 'pipe'] });
  child.stderr.setEncoding('utf8').on('data', (text: string) => process.stderr.write(text));
  let [peakMegabytes, cpuSeconds] = [0, 0];
  const look = (): void => {
    const use = treeUse(child.pid ?? 0);
    peakMegabytes = Math.max(peakMegabytes, use.megabytes);
    cpuSeconds = Math.max(cpuSeconds, use.cpuSeconds);
  };
  const looking = before === undefined ? undefined : setInterval(look, LOOK_EVERY_MS);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status) => {
      clearInterval(looking);
      if (status !== 0) return reject(new Error(`${command} ended with ${status}`));
      const seconds = (performance.now() - startedAt) / 1000;
      const isKnown = before !== undefined;
      resolve({
        seconds,
        cpuSeconds: isKnown ? cpuSeconds : null,
        peakMegabytes: isKnown ? peakMegabytes : null,
        othersShare: isKnown ? othersShare(before, machineTime(), cpuSeconds) : null,
      });
    });
  });
}

/** Of the time that all cores had, what neither we used nor was idle. */
export function othersShare(before: MachineTime, after: MachineTime | undefined, ours: number): number | null {
  if (after === undefined) return null;
  const [busy, all] = [after.busySeconds - before.busySeconds, after.allSeconds - before.allSeconds];
  return all <= 0 ? null : Math.max(0, Math.min(1, (busy - ours) / all));
}
