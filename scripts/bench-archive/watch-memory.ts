import { readdirSync, readFileSync } from 'node:fs';

/** What a process and all that it started take. */
export interface TreeUse {
  /** Resident memory now; what several of them share (a program, its libraries, models) counts once. */
  readonly megabytes: number;
  /** Processor time until now. */
  readonly cpuSeconds: number;
}

/** Ticks of the kernel's clock in a second, the same on all Linux. */
const TICKS = 100;

export function treeUse(pid: number): TreeUse {
  const parents = new Map<number, number[]>();
  for (const entry of readdirSync('/proc')) {
    const child = Number(entry);
    if (!Number.isInteger(child)) continue;
    const parent = parentOf(child);
    if (parent !== undefined) parents.set(parent, [...(parents.get(parent) ?? []), child]);
  }
  const below = (one: number): number[] => [one, ...(parents.get(one) ?? []).flatMap(below)];
  const tree = below(pid);
  return {
    megabytes: Math.round(tree.reduce((sum, one) => sum + residentMegabytes(one), 0)),
    cpuSeconds: tree.reduce((sum, one) => sum + cpuSeconds(one), 0),
  };
}

function cpuSeconds(pid: number): number {
  // Its own in user and system mode, then those of its children that have ended.
  return fieldsAfterName(pid)
    .slice(11, 15)
    .reduce((sum, ticks) => sum + Number(ticks) / TICKS, 0);
}

function parentOf(pid: number): number | undefined {
  const parent = Number(fieldsAfterName(pid)[1]);
  return Number.isInteger(parent) ? parent : undefined;
}

/** Fields of `/proc/<pid>/stat` from the state on; the name in brackets before may hold anything. */
function fieldsAfterName(pid: number): string[] {
  const stat = textOf(`/proc/${pid}/stat`);
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
}

/** Its proportional share (PSS), which only the process's owner is told; else all that it sees (RSS). */
function residentMegabytes(pid: number): number {
  const [, kibibytes = 0] =
    /^Pss:\s+(\d+) kB/m.exec(textOf(`/proc/${pid}/smaps_rollup`)) ??
    /^VmRSS:\s+(\d+) kB/m.exec(textOf(`/proc/${pid}/status`)) ??
    [];
  return Number(kibibytes) / 1024;
}

/** Empty for a process that is gone. */
function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
