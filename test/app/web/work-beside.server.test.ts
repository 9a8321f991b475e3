import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Keeping } from '#app/keeping/open-keeping.ts';
import { createReception } from '#app/keeping/receive.ts';
import { workBeside } from '#app/web/work/work-beside.ts';
import type { HowToWork } from '#app/web/work/work-messages.ts';
import { DEFAULT_LIMITS } from '#domain/limits.ts';
import { filePart } from '../../support/file-parts.ts';
import { keepingOf } from '../../support/keeping-of.ts';

let kept: Awaited<ReturnType<typeof keepingOf>>;
let keeping: Keeping;
const before = { ...process.env };
// Also when a test fails, nothing works on.
const ending = new AbortController();
const working: Promise<void>[] = [];
beforeAll(async () => {
  kept = await keepingOf();
  ({ keeping } = kept);
  // The process beside finds what is kept as every process does.
  Object.assign(process.env, { LIASSE_HOME: kept.home, DATABASE_URL: '', REDIS_URL: '', LIASSE_BLOBS: '' });
});
afterAll(async () => {
  ending.abort();
  await Promise.all(working);
  process.env = before;
  await kept?.close();
});

const how: HowToWork = {
  ...{ pipelineId: 'humanitarian-permit', concurrency: 1, workers: 1 },
  engine: 'js',
  limits: DEFAULT_LIMITS,
};

async function receive(name: string, text: string): Promise<string> {
  const parts = async function* () {
    yield filePart(name, text);
  };
  const into = { caseName: 'beside', via: 'upload', asOf: '2026-11-26' } as const;
  const [receipt] = await Array.fromAsync(createReception(keeping).receive(parts(), into));
  return receipt?.fileId ?? '';
}

async function until(what: string, isSo: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + 60_000;
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error(`not in a minute: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

const isRead = (fileId: string) => async () => (await keeping.files.find(fileId))?.state === 'accepted';

/** Children of this process that work. */
async function workers(): Promise<number[]> {
  const { stdout } = await new Promise<{ stdout: string }>((resolve) =>
    execFile('ps', ['-o', 'pid=,args=', '--ppid', String(process.pid)], (_, text) => resolve({ stdout: text })),
  );
  return stdout
    .split('\n')
    .filter((line) => line.includes('work.process.ts'))
    .map((line) => Number.parseInt(line, 10));
}

describe('work beside the server', () => {
  it('reads what is received, starts again when it is killed, gives way, and ends when told', async () => {
    const stop = new AbortController();
    const [events, troubles]: [string[], string[]] = [[], []];
    const beside = workBeside({
      ...{ how, stop: AbortSignal.any([stop.signal, ending.signal]), abort: ending.signal, pausesMs: [10] },
      onReady: () => undefined,
      onEvent: ({ event }) => events.push(event),
      onTrouble: ({ code }) => troubles.push(code),
    });
    working.push(beside);
    const first = await receive('a.txt', 'Bulletin de paie du mois de mars 2025');
    await until('the first is read', isRead(first));
    await until('it is told', async () => events.includes('file-finished'));

    const [pid = 0] = await workers();
    // The nineteenth value of stat(5) is the niceness.
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    expect(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[16]).toBe('10');
    process.kill(pid, 'SIGKILL');
    const second = await receive('b.txt', 'Attestation de travail du 3 avril 2025');
    await until('the second is read', isRead(second));
    expect(troubles).toEqual(['work-ended']);

    // Ctrl-C in a terminal reaches both: the server decides.
    const [again = 0] = await workers();
    process.kill(again, 'SIGINT');
    const third = await receive('c.txt', 'Quittance de loyer de mai 2025');
    await until('the third is read', isRead(third));
    stop.abort();
    await beside;
    expect(await workers()).toEqual([]);
    expect(await keeping.work.owners()).toEqual([]);
  });

  it('says what keeps it from starting, and goes on trying', async () => {
    const stop = new AbortController();
    const troubles: string[] = [];
    await workBeside({
      ...{ how: { ...how, engine: 'native' }, stop: stop.signal, abort: stop.signal, pausesMs: [10] },
      onReady: () => stop.abort(),
      onEvent: () => undefined,
      onTrouble: ({ code }) => {
        troubles.push(code);
        if (troubles.length === 2) stop.abort();
      },
    });
    // Where the machine has an engine of its own, it starts.
    expect(troubles.length === 0 || troubles.every((code) => code === 'engine-missing')).toBe(true);
  });
});
