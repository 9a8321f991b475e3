import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRunStore } from '#adapters/sql/runs/create-run-store.ts';
import { keepingPlaces } from '#app/config.ts';
import { type Keeping, openKeeping } from '#app/keeping/open-keeping.ts';
import { runKnowledge } from '#app/reprocessing/run-knowledge.ts';
import type { KeptDocument } from '#ports/kept-results.ts';
import { deskOf, keepPapers, readerBy } from '../../support/archive-desk.ts';
import { withDatedFlag } from '../../support/changed-pipelines.ts';
import { putEmptyDatabase } from '../../support/empty-database.ts';
import { humanitarianPipeline } from '../../support/humanitarian-pipeline.ts';
import { datedLetter } from '../../support/letters.ts';
import { endWorker } from '../../support/result-workers.ts';

const PAPERS = 60;
const KILLS = 6;
/** Well below what a step takes. */
const KILL_WITHIN_MS = 100;
const SCOPE = { caseId: null, type: null, before: null, asOf: null, isJudgingOnly: false };

let home: string;
let runId: string;
let before: KeptDocument[];

/** Looks into the database between two processes. */
async function withKept<Result>(use: (keeping: Keeping) => Promise<Result>): Promise<Result> {
  const keeping = await openKeeping(keepingPlaces({ LIASSE_HOME: home }));
  try {
    return await use(keeping);
  } finally {
    await keeping.close();
  }
}

const documents = (): Promise<KeptDocument[]> =>
  withKept(async (keeping) => keeping.results.ofCase((await keeping.cases.open('archive')).id));

async function startStep(what: 'compute' | 'accept' | 'rollback'): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['test/support/run-step.process.ts', runId, what], {
    env: { ...process.env, LIASSE_HOME: home },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  return child;
}

/** Kills the step again and again at random moments, looks at what is left each time, and lets it end. A fast machine may be through before the last kill. */
async function killedAgainAndAgain(what: Parameters<typeof startStep>[0], look: () => Promise<void>): Promise<void> {
  let [kills, isDone] = [0, false];
  while (kills < KILLS && !isDone) {
    const child = await startStep(what);
    await pause(Math.random() * KILL_WITHIN_MS);
    await endWorker(child, 'SIGKILL');
    isDone = child.exitCode === 0;
    if (!isDone) kills += 1;
    await look();
  }
  expect(kills).toBeGreaterThan(0);
  if (isDone) return;
  const last = await startStep(what);
  await once(last, 'exit');
  expect(last.exitCode).toBe(0);
}

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'liasse-killed-run-'));
  await putEmptyDatabase(home);
  await withKept(async (keeping) => {
    const pipeline = await humanitarianPipeline();
    const [reader, changed] = [await readerBy(pipeline), await readerBy(withDatedFlag(pipeline))];
    const papers = Array.from({ length: PAPERS }, (_, at) => [`${at}.txt`, datedLetter(`Chambre ${at}.`)]);
    await keepPapers(deskOf(keeping, reader), Object.fromEntries(papers), 'archive');
    const runs = createRunStore(keeping.db, keeping.vault, { lotDocuments: 2 });
    runId = (await runs.plan(SCOPE, runKnowledge(changed)))?.id ?? '';
    await Promise.all([reader.close(), changed.close()]);
  });
  before = await documents();
});
afterAll(() => rm(home, { recursive: true, force: true }));

describe('a run that is killed at random moments', { timeout: 600_000 }, () => {
  it('is computed all the same, no document twice and nothing lost', async () => {
    const done = new Map<string, Date>();
    await killedAgainAndAgain('compute', () =>
      withKept(async ({ db }) => {
        const lots = await db.selectFrom('run_lots').select(['id', 'done_at']).execute();
        for (const [id, at] of done) expect(lots.find((lot) => lot.id === id)?.done_at).toEqual(at);
        for (const { id, done_at: at } of lots) if (at !== null) done.set(id, at);
        const [artifacts, changes] = [
          await db.selectFrom('artifacts').select('id').where('run_id', '=', runId).execute(),
          await db.selectFrom('run_changes').select('page_from').where('run_id', '=', runId).execute(),
        ];
        expect([artifacts.length, changes.length]).toEqual([done.size * 2, done.size * 2]);
      }),
    );
    await withKept(async ({ runs, db }) => {
      expect(await runs.byId(runId)).toMatchObject([{ state: 'proposed', done: PAPERS, failed: 0 }]);
      expect(await db.selectFrom('artifacts').select('id').where('run_id', '=', runId).execute()).toHaveLength(PAPERS);
    });
    expect(await documents()).toEqual(before);
  });

  it('is put in force and taken back all the same, each document whole at every moment', async () => {
    const whole = async (): Promise<void> => {
      for (const { judgement } of await documents()) {
        const isDated = judgement.record.flags.some(({ code }) => code === 'dated');
        expect(judgement.record.pipeline.version.endsWith('-dated')).toBe(isDated);
      }
    };
    await killedAgainAndAgain('accept', whole);
    expect((await documents()).filter(({ artifactsId }, at) => artifactsId !== before[at]?.artifactsId)).toHaveLength(
      PAPERS,
    );
    await killedAgainAndAgain('rollback', whole);
    expect(await documents()).toEqual(before);
  });
});
