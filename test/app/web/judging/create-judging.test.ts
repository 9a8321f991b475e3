import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keepingPlaces } from '#app/config.ts';
import { createJudging, type Judging } from '#app/web/judging/create-judging.ts';

const program = new URL('../../../support/moody-judge.process.ts', import.meta.url);
const HANG_MS = 2_000;
let folder: string;
let judging: Judging;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'liasse-judging-'));
  const start = { places: keepingPlaces({ LIASSE_HOME: folder }), pipelineId: folder };
  judging = createJudging(start, { program, longestMs: HANG_MS });
});
afterEach(async () => {
  await judging.close();
  await rm(folder, { recursive: true });
});

const judge = (name: string) => judging.judge({ kept: { id: name, name }, asOf: '2026-11-26', knowledge: '1' });
const failing = (code: string): unknown => expect.objectContaining({ code });

describe('judging in a thread of its own', () => {
  it('answers each with its own case, however many ask', async () => {
    const names = Array.from({ length: 20 }, (_, at) => `case ${at}`);
    const judged = await Promise.all(names.map(judge));
    expect(judged.map((one) => one.case)).toEqual(names);
  });

  it('tells what the thread says it failed of, and goes on', async () => {
    await expect(judge('refuses')).rejects.toEqual(failing('reading-missing'));
    expect((await judge('good')).case).toBe('good');
  });

  it('tries once more, in a new thread, what a thread died of', async () => {
    const before = await judge('good');
    const after = await judge('dies once');
    expect(after.case).toBe('dies once');
    expect(after.pipeline.version).not.toBe(before.pipeline.version);
  });

  it.each(['dies', 'throws', 'hangs'])(
    'fails a case of which it %s twice, and no other that waits with it',
    async (mood) => {
      const [good, bad, also, last] = await Promise.allSettled(['good', mood, 'also good', 'last'].map(judge));
      expect(bad).toEqual({ status: 'rejected', reason: failing('judging-failed') });
      for (const one of [good, also, last]) expect(one?.status).toBe('fulfilled');
      expect((await judge('later')).case).toBe('later');
    },
  );

  it('fails, and tries anew later, when the thread cannot even be loaded', async () => {
    await writeFile(join(folder, 'does-not-load'), '');
    const asked = await Promise.allSettled(['good', 'also good'].map(judge));
    for (const one of asked) expect(one).toEqual({ status: 'rejected', reason: failing('judging-failed') });
    await rm(join(folder, 'does-not-load'));
    expect((await judge('good')).case).toBe('good');
  });

  it('leaves nobody waiting when it is closed, not even for a thread that hangs', async () => {
    const asked = Promise.allSettled(['hangs', 'good', 'good', 'good', 'good'].map(judge));
    await judging.close();
    for (const one of await asked) expect(one).toEqual({ status: 'rejected', reason: failing('cancelled') });
    await expect(judge('good')).rejects.toEqual(failing('cancelled'));
  });
});
