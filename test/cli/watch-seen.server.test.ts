import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { healthReportSchema } from '#app/health/health-report.ts';
import { runLiasse } from '../support/run-liasse.ts';

let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'liasse-watch-seen-'));
  await mkdir(join(root, 'scans', 'Diallo'), { recursive: true });
  await writeFile(
    join(root, 'scans', 'Diallo', 'attestation Diallo.txt'),
    'ATTESTATION\n\nMme Diallo est hébergée ici.\n',
  );
});
afterAll(() => rm(root, { recursive: true, force: true }));

it('liasse watch takes in while it is seen: log, health, counts, and no name of anybody', async () => {
  const log = join(root, 'watch.log');
  const env = { LIASSE_HOME: join(root, 'home'), LIASSE_LOG: log };
  const watching = spawn(process.execPath, ['src/cli/main.ts', 'watch', join(root, 'scans'), '--http', '0'], {
    env: { ...process.env, ...env },
    stdio: 'ignore',
  });
  try {
    let lines: Record<string, unknown>[] = [];
    while (!lines.some(({ event }) => event === 'file-received')) {
      await pause(100);
      const text = await readFile(log, 'utf8').catch(() => '');
      lines = text.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line)]));
    }
    const port = lines.find(({ event }) => event === 'port-opened')?.['port'];
    const response = await fetch(`http://127.0.0.1:${port}/health`);
    expect(response.status).toBe(200);
    expect(healthReportSchema.parse(await response.json()).checks.work?.ready).toBe(1);
    const metrics = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
    expect(metrics).toContain('liasse_files_received_total{via="watch",state="waiting"} 1');
  } finally {
    watching.kill('SIGTERM');
  }
  expect(await once(watching, 'exit')).toEqual([0, null]);
  const text = await readFile(log, 'utf8');
  expect(text.trimEnd().split('\n').at(-1)).toContain('process-stopped');
  expect(text).not.toMatch(/diallo|attestation/i);
  const { stdout } = await runLiasse(['ledger'], { env });
  expect(stdout).toContain('Diallo');
});
