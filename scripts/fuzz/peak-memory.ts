import { readFile } from 'node:fs/promises';

/** The most that a process and those it started ever had in memory, MiB; 0 for a process that is gone. */
export interface PeakMemory {
  readonly own: number;
  /** Of the largest of those it started (the decoding process). */
  readonly started: number;
}

/** Linux only; zeros elsewhere. */
export async function peakMemory(pid: number): Promise<PeakMemory> {
  const children = await textOf(`/proc/${pid}/task/${pid}/children`);
  const peaks = await Promise.all(children.split(' ').filter(Boolean).map(peakOf));
  return { own: await peakOf(String(pid)), started: Math.max(0, ...peaks) };
}

async function peakOf(pid: string): Promise<number> {
  const [, kibibytes = '0'] = /VmHWM:\s+(\d+)/.exec(await textOf(`/proc/${pid}/status`)) ?? [];
  return Math.round(Number(kibibytes) / 1024);
}

function textOf(path: string): Promise<string> {
  return readFile(path, 'utf8').catch(() => '');
}
