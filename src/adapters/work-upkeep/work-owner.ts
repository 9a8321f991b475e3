import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { isProcessAlive } from '../is-process-alive.ts';

/** This process as an owner of work: `machine:process id:start`. Process ids are used again, the moment of the start tells them apart. */
export function workOwner(): string {
  return [machine(), process.pid, startOf(process.pid) ?? UNKNOWN].join(':');
}

/** Whether an owner is a process of this machine that is no more. Of other machines nobody knows. */
export function isGone(owner: string): boolean {
  const [place, pid, start] = owner.split(':');
  if (place !== machine() || pid === undefined || !/^\d+$/.test(pid)) return false;
  const startNow = startOf(Number(pid));
  if (startNow === undefined || start === UNKNOWN) return !isProcessAlive(Number(pid));
  return startNow !== start;
}

const UNKNOWN = 'unknown';

/** Containers can share the name of their host, but not its process ids. */
function machine(): string {
  try {
    return `${hostname()}~${/\d+/.exec(readlinkSync('/proc/self/ns/pid'))?.[0] ?? ''}`;
  } catch {
    return hostname();
  }
}

/** When a process started, as its system counts; undefined when it is not there, or the system does not tell. */
function startOf(pid: number): string | undefined {
  try {
    // The name of the program, in brackets, may hold anything; the start is the 20th value after it (proc(5)).
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
  } catch {
    return undefined;
  }
}
