import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { availableParallelism, cpus, totalmem } from 'node:os';
import { promisify } from 'node:util';

/** Processor time of the whole machine since it was started. */
export interface MachineTime {
  readonly busySeconds: number;
  readonly allSeconds: number;
}

const run = promisify(execFile);
/** Ticks of the kernel's clock in a second, the same on all Linux. */
const TICKS = 100;

/** Undefined where there is no /proc. */
export function machineTime(): MachineTime | undefined {
  try {
    return parseMachineTime(readFileSync('/proc/stat', 'utf8'));
  } catch {
    return undefined;
  }
}

/** First line of /proc/stat: user, nice, system, idle, iowait, irq, softirq, steal; guests are in user already. */
export function parseMachineTime(stat: string): MachineTime | undefined {
  const ticks = /^cpu +(.+)$/m.exec(stat)?.[1]?.split(' ').slice(0, 8).map(Number);
  if (ticks === undefined || ticks.some((one) => !Number.isFinite(one))) return undefined;
  const all = ticks.reduce((sum, one) => sum + one, 0);
  const idle = (ticks[3] ?? 0) + (ticks[4] ?? 0);
  return { busySeconds: (all - idle) / TICKS, allSeconds: all / TICKS };
}

/** Cores, model and memory: what figures of time depend on, and nothing that tells whose machine it is. */
export function describeMachine(): string {
  const model = cpus()[0]?.model.trim().replaceAll(/\s+/g, ' ') || 'unknown processor';
  return `${availableParallelism()} cores of ${model}, ${Math.round(totalmem() / 2 ** 30)} GiB of memory, no graphics card used`;
}

/** What a program says of its version, its first line; undefined when it is not there. */
export async function versionOf(program: string, ...args: readonly string[]): Promise<string | undefined> {
  try {
    const { stdout, stderr } = await run(program, args);
    return `${stdout}${stderr}`.trim().split('\n')[0]?.trim();
  } catch {
    return undefined;
  }
}
