import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenedDatabase, openDatabase } from '#adapters/sql/open-database.ts';
import { createStoreFigures } from '#adapters/sql/store-figures.ts';

const caseId = randomUUID();
let home: string;
let database: OpenedDatabase;
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'liasse-figures-'));
  database = await openDatabase({ home });
  await database.db.insertInto('cases').values({ id: caseId, name: 'x', state: 'open' }).execute();
}, 60_000);
afterAll(async () => {
  await database.close();
  await rm(home, { recursive: true, force: true });
});

const ago = (seconds: number): Date => new Date(Date.now() - seconds * 1000);

async function addWork(
  state: 'ready' | 'running' | 'dead',
  more: { class?: number; failure?: string; due?: Date } = {},
) {
  const { class: workClass = 0, failure = null, due = ago(60) } = more;
  await sql`
    insert into work (id, kind, subject, case_id, class, rank, state, failure, due_at, offered_at)
    values (${randomUUID()}, 'file', ${randomUUID()}, ${caseId}, ${workClass}, 1, ${state}, ${failure}, ${due}, ${ago(3600)})`.execute(
    database.db,
  );
}

async function addDocument(id: string, type: string | null): Promise<void> {
  const fileId = randomUUID();
  await database.db
    .insertInto('files')
    .values({
      ...{ id: fileId, case_id: caseId, name: Buffer.from('x'), name_key: 'x', size_bytes: 1 },
      ...{ state: 'accepted', via: 'intake', as_of: '2026-11-24' },
    })
    .execute();
  await database.db
    .insertInto('documents')
    .values({
      ...{ file_id: fileId, page_from: 1, page_to: 1, id, case_id: caseId, status: 'done', type, language: 'fr' },
      ...{ issue_date: null, score: 50, flags: [], as_of: '2026-11-24', judged_by: 'x', cut_by: 'x', read_by: 'x' },
      ...{ pipeline: 'p', pipeline_version: '0.2.0', artifacts_id: randomUUID(), words: null },
    })
    .execute();
}

async function decide(document: string, kind: 'correct' | 'withdraw'): Promise<void> {
  await database.db
    .insertInto('decisions')
    .values({ at: new Date(), kind, document, sha256: null, field: 'type', content: Buffer.from('x'), by: null })
    .execute();
}

describe('figures of what is kept', () => {
  it('are none where nothing is', async () => {
    const figures = createStoreFigures(database.db);
    expect(await Promise.all([figures.work(), figures.dead(), figures.documents()])).toEqual([[], [], []]);
  });

  it('count work by class and state; what is put off is apart, and what is due knows since when', async () => {
    for (const due of [ago(60), ago(600)]) await addWork('ready', { due });
    await addWork('ready', { due: ago(-600) });
    await addWork('running', { class: 1 });
    await addWork('dead', { failure: 'internal-error' });
    await addWork('dead', { failure: 'page-timeout' });
    await addWork('dead', { failure: 'page-timeout', class: 1 });
    const figures = createStoreFigures(database.db);
    const work = await figures.work();
    expect(work.map(({ workClass, state, items }) => `${workClass} ${state} ${items}`)).toEqual([
      ...['live dead 2', 'live later 1', 'live ready 2', 'archive dead 1', 'archive running 1'],
    ]);
    const ready = work.find(({ workClass, state }) => workClass === 'live' && state === 'ready');
    expect(ready?.waitingMs).toBeGreaterThan(590_000);
    expect(ready?.waitingMs).toBeLessThan(660_000);
    expect(work.find(({ state }) => state === 'later')?.waitingMs).toBe(0);
    expect(await figures.dead()).toEqual([
      { code: 'page-timeout', items: 2 },
      { code: 'internal-error', items: 1 },
    ]);
  });

  it('count documents by type, and those whose last word is a person’s', async () => {
    for (const id of ['a', 'b', 'c']) await addDocument(id, 'pay-slip');
    await addDocument('d', null);
    await decide('a', 'correct');
    await decide('a', 'correct');
    await decide('b', 'correct');
    await decide('b', 'withdraw');
    await decide('of-another-house', 'correct');
    const about = { status: 'done', pipelineVersion: '0.2.0' };
    expect(await createStoreFigures(database.db).documents()).toEqual([
      { ...about, type: 'pay-slip', documents: 3, corrected: 1 },
      { ...about, type: null, documents: 1, corrected: 0 },
    ]);
  });
});
