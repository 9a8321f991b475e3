import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Keeping, openKeeping } from '#app/keeping/open-keeping.ts';
import { createReception } from '#app/keeping/receive.ts';
import { isWholeLog, verifyAudit } from '#app/trust/verify-audit.ts';
import type { AuditEntry } from '#domain/audit.ts';
import type { FilePart } from '#ports/file-opener.ts';
import { filePart, fileParts } from '../../support/file-parts.ts';
import { placesIn } from '../../support/kept-in.ts';

let folder: string;
let keeping: Keeping;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'liasse-verify-'));
  keeping = await openKeeping(placesIn(folder));
}, 120_000);
afterAll(async () => {
  await keeping.close();
  await rm(folder, { recursive: true, force: true });
});

/** What nobody can do through Liasse: whoever owns the database takes the trigger off. */
async function behindItsBack(statement: string): Promise<void> {
  await sql`alter table audit disable trigger audit_append_only`.execute(keeping.db);
  await sql.raw(statement).execute(keeping.db);
  await sql`alter table audit enable trigger audit_append_only`.execute(keeping.db);
}

const backup = (id: string): AuditEntry => ({ action: 'backup-made', subject: id, detail: {} });
const told = async () => (await Array.fromAsync(keeping.audit.rows())).map(({ subject }) => subject);

describe('verifying the audit log', () => {
  beforeEach(async () => {
    await behindItsBack('truncate audit');
    await rm(keeping.auditHead.path, { force: true });
    for (const id of ['b1', 'b2', 'b3', 'b4']) await keeping.audit.append([backup(id)]);
  });

  it('finds a whole log whole, and its head in the file beside the database', async () => {
    const found = await verifyAudit(keeping);
    expect(found).toMatchObject({ rows: 4, broken: undefined, headFile: 'found', expected: null });
    expect(isWholeLog(found)).toBe(true);
    expect(await keeping.auditHead.read()).toEqual(found.head);
  });

  it('notices rows that were cut off at the end, which leave no gap, by the file and by a hash that was noted', async () => {
    const noted = (await verifyAudit(keeping)).head?.hash;
    await behindItsBack('delete from audit where seq >= 3');
    const found = await verifyAudit(keeping, noted);
    expect(found).toMatchObject({ rows: 2, broken: undefined, headFile: 'not-in-log', expected: 'not-in-log' });
    expect(isWholeLog(found)).toBe(false);
  });

  it('keeps noticing it however long the log grows afterwards', async () => {
    await behindItsBack('delete from audit where seq >= 3');
    for (const id of ['c3', 'c4', 'c5', 'c6']) await keeping.audit.append([backup(id)]);
    expect(await verifyAudit(keeping)).toMatchObject({ rows: 6, broken: undefined, headFile: 'not-in-log' });
  });

  it('notices a log that was written anew as a whole', async () => {
    const noted = (await verifyAudit(keeping)).head?.hash;
    await behindItsBack('truncate audit');
    for (const id of ['b1', 'b2', 'forged', 'b4', 'b5']) await keeping.audit.append([backup(id)]);
    expect(await verifyAudit(keeping, noted)).toMatchObject({
      broken: undefined,
      headFile: 'not-in-log',
      expected: 'not-in-log',
    });
  });

  it('finds an expected row that is not the last any more', async () => {
    const noted = (await verifyAudit(keeping)).head?.hash;
    await keeping.audit.append([backup('b5')]);
    expect(await verifyAudit(keeping, noted)).toMatchObject({ rows: 5, headFile: 'found', expected: 'found' });
  });

  it('says so when the file was tampered with, and when there is none', async () => {
    await writeFile(keeping.auditHead.path, 'all is well\n');
    const found = await verifyAudit(keeping);
    expect(found.headFile).toBe('unreadable');
    expect(isWholeLog(found)).toBe(false);
    await rm(keeping.auditHead.path);
    expect(isWholeLog(await verifyAudit(keeping))).toBe(true);
  });

  it('names the first row that was changed, and counts those before it', async () => {
    await behindItsBack(`update audit set actor = 'somebody-else' where seq = 3`);
    expect(await verifyAudit(keeping)).toMatchObject({ rows: 2, broken: { seq: 3, problem: 'changed' } });
  });
});

describe('what came in', () => {
  const into = (caseName: string) => ({ caseName, via: 'intake' as const, asOf: '2026-11-26' });
  const receive = (by: Keeping, parts: AsyncGenerator<FilePart>, caseName: string) =>
    Array.fromAsync(createReception(by).receive(parts, into(caseName)));
  const rowsAbout = async (caseName: string) => {
    const { id } = (await keeping.cases.find(caseName)) ?? { id: '' };
    return Array.fromAsync(keeping.audit.rows({ caseId: id }));
  };
  const details = async (caseName: string) =>
    (await rowsAbout(caseName))
      .filter(({ action }) => action === 'files-received')
      .map(({ actor, detail }) => ({ actor, ...JSON.parse(detail) }));

  it('is told once a batch, with counts and the first and last position, under the name of who brought it', async () => {
    await receive(keeping.as('amina'), fileParts({ 'a.txt': 'one', 'b.txt': 'two', 'copy.txt': 'one' }), 'batches');
    await receive(keeping.as('bruno'), fileParts({ 'c.txt': 'three' }), 'batches');
    await receive(keeping.as('bruno'), fileParts({}), 'batches');
    const [first, second, ...others] = await details('batches');
    expect(first).toMatchObject({ actor: 'amina', files: 3, duplicates: 1, rejected: 0, via: 'intake' });
    expect(first.last - first.first).toBe(2);
    expect(second).toMatchObject({ actor: 'bruno', files: 1, first: first.last + 1, last: first.last + 1 });
    expect(others).toEqual([]);
  });

  it('is told by the next batch when the process that received it was killed', async () => {
    const part = filePart('killed.txt', 'received, and then the power went');
    const { id } = await keeping.cases.open('killed');
    await keeping
      .as('amina')
      .files.receive(
        { ...part, mediaType: 'text/plain', isContainer: false, failure: null, asOf: '2026-11-26', via: 'watch' },
        id,
      );
    expect(await details('killed')).toEqual([]);
    await receive(keeping.as('bruno'), fileParts({ 'later.txt': 'later' }), 'killed');
    expect(await details('killed')).toMatchObject([
      { actor: 'amina', via: 'watch', files: 1 },
      { actor: 'bruno', via: 'intake', files: 1 },
    ]);
  });

  it('opens a case again that was closed, but only when there is something new', async () => {
    await receive(keeping, fileParts({ 'a.txt': 'closed one' }), 'closed');
    const { id } = await keeping.cases.open('closed');
    const closed = await keeping.cases.setState(id, 'closed');
    await receive(keeping, fileParts({ 'a.txt': 'closed one' }), 'closed');
    expect(await keeping.cases.byId(id)).toEqual(closed);
    await receive(keeping, fileParts({ 'b.txt': 'closed two' }), 'closed');
    expect((await keeping.cases.byId(id))?.state).toBe('open');
    expect((await rowsAbout('closed')).map(({ action }) => action)).toEqual([
      'case-opened',
      'files-received',
      'case-closed',
      'files-received',
      'case-reopened',
      'files-received',
    ]);
  });

  it('holds no name of a file, a case or a person', async () => {
    await receive(keeping, fileParts({ 'Passeport Mme Sesay.txt': 'name' }), 'Dossier Sesay');
    const lines = (await Array.fromAsync(keeping.audit.rows())).map((row) => JSON.stringify(row)).join();
    expect(lines).not.toContain('Sesay');
  });
});

describe('what a person does', () => {
  it('is told with it: decisions, learning, and a change of the state of a case', async () => {
    const at = '2026-11-26T10:00:00.000Z';
    await keeping.as('chloe').decisions.add([
      { kind: 'correct', at, document: 'd1', pipeline: 'p', field: 'type', value: 'secret-value', was: null },
      { kind: 'cut', at, sha256: 'f1', page: 2 },
    ]);
    const rows = (await Array.fromAsync(keeping.audit.rows())).slice(-2);
    expect(rows).toMatchObject([
      { actor: 'chloe', action: 'decision-made', subject: 'd1', detail: '{"field":"type","kind":"correct"}' },
      { actor: 'chloe', action: 'decision-made', subject: 'f1', detail: '{"kind":"cut","page":2}' },
    ]);
    const { rows: kept } = await sql`select by from decisions order by seq`.execute(keeping.db);
    expect(kept).toEqual([{ by: 'chloe' }, { by: 'chloe' }]);
  });

  it('is told of runs when it is decided, once, also when it was interrupted and gone on with', async () => {
    const id = '00000000-0000-4000-8000-00000000000b';
    await sql`insert into runs (id, state, pipeline, pipeline_version, judged_by, read_by, is_judging_only, planned, done)
      values (${id}, 'proposed', 'p', '1', 'j', 'r', true, 7, 7)`.execute(keeping.db);
    const { runs } = keeping.as('dana');
    await runs.turn(id, ['proposed', 'accepting'], 'accepting');
    await runs.turn(id, ['proposed', 'accepting'], 'accepting');
    expect(await runs.turn(id, ['proposed'], 'rejecting')).toBeUndefined();
    await runs.acceptSome(id);
    await runs.turn(id, ['accepted'], 'rolling-back');
    const rows = (await Array.fromAsync(keeping.audit.rows())).filter(({ subject }) => subject === id);
    expect(rows).toMatchObject([
      { actor: 'dana', action: 'run-accepted', detail: '{"documents":7,"failed":0}' },
      { actor: 'dana', action: 'run-rolled-back' },
    ]);
  });

  it('is not told twice: closing a closed case, or a case that is not there', async () => {
    const { id } = await keeping.cases.open('states');
    await keeping.cases.setState(id, 'closed');
    const before = await told();
    await keeping.cases.setState(id, 'closed');
    expect(await keeping.cases.setState('00000000-0000-4000-8000-000000000009', 'closed')).toBeUndefined();
    expect(await told()).toEqual(before);
  });
});
