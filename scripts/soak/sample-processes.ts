import { readdir, readFile } from 'node:fs/promises';
import type { SoakedComponent } from './soaked-component.ts';

/** How one component was at one moment. */
export interface Sample {
  readonly component: string;
  /** Minutes since the soak began. */
  readonly minute: number;
  readonly residentMib: number;
  /** What of it objects of JavaScript take up, garbage among them; undefined when it does not tell. */
  readonly heapMib: number | undefined;
  readonly descriptors: number;
  /** Of its event loop, 99th percentile since the last question, ms; undefined when it does not tell. */
  readonly delayMs: number | undefined;
  /** Files and cases that wait, as it tells. */
  readonly waiting: number | undefined;
}

/** Memory, descriptors and delay of every component that runs. Linux only. */
export async function sampleProcesses(components: readonly SoakedComponent[], minute: number): Promise<Sample[]> {
  const samples = components.map(async ({ name, pid, metricsUrl }): Promise<Sample | undefined> => {
    const process = pid();
    if (process === undefined) return undefined;
    const status = await readFile(`/proc/${process}/status`, 'utf8').catch(() => '');
    const [, kibibytes] = /VmRSS:\s+(\d+)/.exec(status) ?? [];
    if (kibibytes === undefined) return undefined;
    const metrics = await metricsOf(metricsUrl);
    return {
      ...{ component: name, minute },
      residentMib: Math.round(Number(kibibytes) / 1024),
      heapMib: scaled(metricIn(metrics, /^nodejs_heap_size_used_bytes /), 1 / 2 ** 20),
      descriptors: (await readdir(`/proc/${process}/fd`).catch(() => [])).length,
      delayMs: scaled(metricIn(metrics, /^nodejs_eventloop_lag_p99_seconds /), 1_000),
      waiting: queueDepth(metrics),
    };
  });
  return (await Promise.all(samples)).filter((sample) => sample !== undefined);
}

async function metricsOf(url: string | undefined): Promise<string> {
  if (url === undefined) return '';
  try {
    return await (await fetch(url, { signal: AbortSignal.timeout(5_000) })).text();
  } catch {
    return '';
  }
}

function queueDepth(metrics: string): number | undefined {
  return metricIn(metrics, /^liasse_work_items\{.*state="ready"/);
}

/** The sum of the values whose line begins so. */
function metricIn(text: string, beginning: RegExp): number | undefined {
  const lines = text.split('\n').filter((line) => beginning.test(line));
  return lines.length === 0 ? undefined : lines.reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0);
}

function scaled(value: number | undefined, by: number): number | undefined {
  return value === undefined ? undefined : value * by;
}
