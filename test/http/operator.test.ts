import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createReception } from '#app/keeping/receive.ts';
import { deskOf, doAllWork, keepPapers, readerBy } from '../support/archive-desk.ts';
import { withDatedFlag } from '../support/changed-pipelines.ts';
import { filePart } from '../support/file-parts.ts';
import { type SignedIn, startTestServer, type TestWebServer } from '../support/http/start-test-server.ts';
import { humanitarianPipeline } from '../support/humanitarian-pipeline.ts';
import { keptCase } from '../support/kept-case.ts';
import { datedLetter, undatedLetter } from '../support/letters.ts';

/** Names that stand in papers, cases and file names, and in nothing an operator sees. */
const NAMES = /Okonkwo|Chidi|secret-case/i;
let server: TestWebServer;
let operator: SignedIn;
let boss: SignedIn;
/** All that the operator was ever answered. */
const answered: string[] = [];
beforeAll(async () => {
  server = await startTestServer();
  [operator, boss] = [await server.as('operator'), await server.as('administrator')];
});
afterAll(() => server?.close());

const ask = async (method: 'GET' | 'POST', path: string, body?: unknown) => {
  const answer = await operator.request(method, `/api/operator/${path}`, body === undefined ? {} : { body });
  answered.push(JSON.stringify(answer.body));
  return answer;
};
const get = async (path: string) => (await ask('GET', path)).body;

async function receive(name: string): Promise<string> {
  const parts = async function* () {
    yield filePart(name, `Chidi Okonkwo ${name}`);
  };
  const into = { caseName: 'secret-case', via: 'upload', asOf: '2026-11-26' } as const;
  const [receipt] = await Array.fromAsync(createReception(server.keeping).receive(parts(), into));
  return receipt?.fileId ?? '';
}

describe('the queue', () => {
  it('tells what waits, who works since when, and how fast', async () => {
    const { work } = server.keeping;
    const [, two] = [await receive('okonkwo-1.txt'), await receive('okonkwo-2.txt')];
    const item = await work.find('file', two);
    await work.claimOne(item?.id ?? '', 'machine~4026:812:77', 60_000);
    const view = await get('queue');
    expect(view).toMatchObject({ isPaused: false, pagesPerSecond: { now: 0, hour: 0 } });
    expect(view.classes).toMatchObject([
      { workClass: 'live', ready: 1, running: 1, later: 0, dead: 0, oldestMs: expect.any(Number) },
      { workClass: 'archive', ready: 0, running: 0, oldestMs: null },
    ]);
    const [worker] = view.workers;
    expect(worker).toMatchObject({ machine: 'machine', process: '812', isLate: false });
    expect(worker.items).toMatchObject([{ kind: 'file', subject: two, since: expect.any(String) }]);
    expect(Date.now() - new Date(worker.items[0].since).getTime()).toBeLessThan(60_000);
    await work.bury(item?.id ?? '', 'machine~4026:812:77', { code: 'worker-died' });
  });

  it('is paused and goes on, and the log says who did it', async () => {
    expect((await ask('POST', 'queue/pause')).body).toEqual({ isPaused: true, told: 'told' });
    expect((await get('queue')).isPaused).toBe(true);
    expect(await server.keeping.work.claim('somebody', 60_000)).toBeUndefined();
    await ask('POST', 'queue/resume');
    expect((await get('queue')).isPaused).toBe(false);
    const { body } = await boss.get('/api/audit?action=queue-paused');
    expect(body.entries).toMatchObject([{ actor: operator.personId, action: 'queue-paused' }]);
  });

  it('shows what failed with its reason, and has it tried again: one, or all', async () => {
    const failures = await get('failures');
    expect(failures).toMatchObject({ total: 1, codes: [{ code: 'worker-died', items: 1 }] });
    const [dead] = failures.items;
    expect(dead.message.fr).toContain('mis de côté');
    const unknown = await ask('POST', 'failures/retry', { ids: ['55555555-5555-4555-8555-555555555555'] });
    expect([unknown.status, unknown.body.error.code]).toEqual([400, 'work-unknown']);
    expect((await ask('POST', 'failures/retry', { ids: [dead.id] })).body).toEqual({ retried: 1 });
    expect((await ask('POST', 'failures/retry', {})).body).toEqual({ retried: 0 });
    expect((await get('failures')).total).toBe(0);
  });
});

describe('what is kept', () => {
  it('balances in the ledger, and says what does not', async () => {
    await keptCase(server.keeping, 'secret-case 2', { 'okonkwo.txt': 'Chidi Okonkwo' });
    expect(await get('ledger')).toMatchObject({ isBalanced: true, problems: [] });
    const lost = await receive('okonkwo-3.txt');
    await server.keeping.db.deleteFrom('work').where('subject', '=', lost).execute();
    expect(await get('ledger')).toMatchObject({
      isBalanced: false,
      problems: [{ fileId: lost, problem: 'waiting-without-work' }],
    });
    await server.keeping.db.deleteFrom('files').where('id', '=', lost).execute();
  });

  it('takes so much room, and is corrected so often', async () => {
    const storage = await get('storage');
    expect(storage.blobs.find(({ kind }: { kind: string }) => kind === 'originals').blobs).toBeGreaterThan(0);
    expect(storage.databaseBytes).toBeGreaterThan(1_000_000);
    expect(storage.freeBytes).toBeGreaterThan(0);
    const { corrections } = await get('corrections');
    expect(corrections[0]).toMatchObject({ documents: expect.any(Number), corrected: 0 });
    expect(await get('health')).toMatchObject({ status: 'ok' });
  });
});

describe('runs', () => {
  it('are begun, computed by workers, looked at without any name, accepted and rolled back', {
    timeout: 90_000,
  }, async () => {
    const { keeping } = server;
    const pipeline = await humanitarianPipeline();
    const [before, now] = [await readerBy(withDatedFlag(pipeline)), await readerBy(pipeline)];
    const papers = { 'okonkwo.txt': datedLetter('Chidi Okonkwo'), 'b.txt': undatedLetter('Chidi Okonkwo') };
    await keepPapers(deskOf(keeping, before), papers, 'secret-case 3');
    const caseId = (await keeping.cases.open('secret-case 3')).id;
    const scope = { caseId, isJudgingOnly: true };

    expect((await ask('POST', 'runs/reach', scope)).body).toMatchObject({ documents: 2 });
    expect(await get('runs')).toEqual({ runs: [] });
    const begun = (await ask('POST', 'runs', scope)).body.run;
    expect(begun).toMatchObject({ state: 'computing', planned: 2, done: 0, caseId });
    expect((await ask('POST', 'runs', scope)).body.run.id).toBe(begun.id);
    expect((await ask('POST', `runs/${begun.id}/roll-back`)).body.error.code).toBe('run-elsewhere');
    await doAllWork(deskOf(keeping, now));

    const seen = await get(`runs/${begun.id}`);
    expect(seen).toMatchObject({
      run: { state: 'proposed', done: 2 },
      counts: { lost: { dated: 1 } },
      lots: { dead: 0 },
    });
    const { changes } = await get(`runs/${begun.id}/changes`);
    expect(changes[0].before.flags).toContain('dated');
    expect(changes[0].after.flags).not.toContain('dated');
    const flags = async () =>
      (await keeping.results.ofCase(caseId)).map(({ judgement }) =>
        judgement.record.flags.some(({ code }) => code === 'dated'),
      );
    expect((await ask('POST', `runs/${begun.id}/accept`)).body.run.state).toBe('accepted');
    expect(await flags()).toEqual([false, false]);
    expect((await ask('POST', `runs/${begun.id}/roll-back`)).body.run.state).toBe('rolled-back');
    expect(await flags()).toEqual([true, false]);
    expect((await ask('POST', `runs/${begun.id}/accept`)).body.error.code).toBe('run-elsewhere');
    expect((await ask('POST', 'runs', { type: 'no-such-type' })).body.error.code).toBe('type-unknown');
    expect((await ask('GET', 'runs/55555555-5555-4555-8555-555555555555')).status).toBe(404);
    await before.close();
    await now.close();
  });
});

describe('an operator', () => {
  it('was told nothing of anybody, and sees no case', async () => {
    expect(answered.join('\n')).not.toMatch(NAMES);
    expect((await operator.get('/api/cases')).status).toBe(403);
    expect((await operator.get('/api/audit')).status).toBe(403);
    expect(server.failures).toEqual([]);
  });
});

describe('the log', () => {
  it('is read by what was done and to whom, the newest first, and is whole', async () => {
    const { body } = await boss.get('/api/audit?limit=3');
    expect(body.entries).toHaveLength(3);
    const older = (await boss.get(`/api/audit?limit=3&before=${body.next}`)).body.entries;
    expect(older[0].seq).toBe(body.entries[2].seq - 1);
    const about = (await boss.get(`/api/audit?subject=${operator.personId}`)).body.entries;
    expect(about.length).toBeGreaterThan(0);
    expect((await boss.get('/api/audit?action=nothing')).status).toBe(400);
    const { body: state } = await boss.get('/api/audit/state');
    expect(state).toMatchObject({ isWhole: true, brokenAt: null, head: expect.stringMatching(/^[0-9a-f]{64}$/) });
  });
});
