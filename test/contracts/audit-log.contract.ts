import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAuditLog } from '#adapters/sql/audit/audit-log.ts';
import { createAuditTrail } from '#adapters/sql/audit/audit-trail.ts';
import { type DatabasePlace, type OpenedDatabase, openDatabase } from '#adapters/sql/open-database.ts';
import type { AuditEntry } from '#domain/audit.ts';
import { createAuditChain } from '#domain/audit-chain.ts';
import type { AuditLog } from '#ports/audit-log.ts';

const entry = (subject: string, files = 1): AuditEntry => ({ action: 'files-received', subject, detail: { files } });

/** What the audit log must do on every database; called by the test of each. */
export function auditLogContract(
  name: string,
  start: () => Promise<{ place: DatabasePlace; stop: () => Promise<void> }>,
): void {
  describe(`the audit log on ${name}`, () => {
    let started: Awaited<ReturnType<typeof start>>;
    let one: OpenedDatabase;
    let other: OpenedDatabase;
    let log: AuditLog;
    const logOf = ({ db }: OpenedDatabase, actor: string) => createAuditLog(db, createAuditTrail(db, { actor }));
    const all = () => Array.fromAsync(log.rows());

    beforeAll(async () => {
      started = await start();
      one = await openDatabase(started.place);
      other = await openDatabase(started.place);
      log = logOf(one, 'amina');
    }, 120_000);
    afterAll(async () => {
      await other.close();
      await one.close();
      await started.stop();
    });

    it('keeps rows in the order in which they were told, each linked to the one before', async () => {
      await log.append([entry('case-a'), entry('case-b')]);
      await logOf(other, 'bruno').append([entry('case-a', 2)]);
      const rows = await all();
      expect(rows.map(({ seq, actor, subject }) => [seq, actor, subject])).toEqual([
        [1, 'amina', 'case-a'],
        [2, 'amina', 'case-b'],
        [3, 'bruno', 'case-a'],
      ]);
      const chain = createAuditChain();
      expect(rows.every((row) => chain.take(row))).toBe(true);
    });

    it('gives one row after the other to writers who come at the same time', async () => {
      const before = (await all()).length;
      const writers = [one, other].flatMap((database, which) =>
        Array.from({ length: 15 }, (_, at) => logOf(database, `w${which}`).append([entry(`case-${at}`), entry('x')])),
      );
      await Promise.all(writers);
      const rows = await all();
      expect(rows).toHaveLength(before + 60);
      const chain = createAuditChain();
      for (const row of rows) chain.take(row);
      expect(chain.broken).toBeUndefined();
    });

    it('tells nothing of what was rolled back, and leaves no gap', async () => {
      const before = await all();
      const trail = createAuditTrail(one.db, { actor: 'amina' });
      await expect(
        trail.transaction(async (_within, tell) => {
          await tell([entry('case-lost')]);
          throw new Error('too late');
        }),
      ).rejects.toThrow('too late');
      await log.append([entry('case-next')]);
      const rows = await all();
      expect(rows.slice(0, -1)).toEqual(before);
      expect(rows.at(-1)).toMatchObject({ subject: 'case-next', seq: before.length + 1 });
    });

    it('refuses what is no id, code or count, and tells nothing then', async () => {
      const before = (await all()).length;
      const text: AuditEntry = { action: 'files-received', subject: 'case-a', detail: { name: 'Mme Diallo' } };
      await expect(log.append([entry('case-a'), text])).rejects.toThrow();
      expect(await all()).toHaveLength(before);
    });

    it('is changed by nobody, not even by whoever may do everything else', async () => {
      const before = await all();
      for (const statement of [
        sql`update audit set actor = 'nobody'`,
        sql`delete from audit where seq = 2`,
        sql`truncate audit`,
      ])
        await expect(statement.execute(one.db)).rejects.toThrow('append-only');
      expect(await all()).toEqual(before);
    });

    it('gives what is asked for: since a moment, after a row, about a case with its papers and files', async () => {
      const rows = await all();
      const last = rows.at(-1);
      expect(await Array.fromAsync(log.rows({ afterSeq: rows.length - 2 }))).toEqual(rows.slice(-2));
      expect(await Array.fromAsync(log.rows({ since: last?.at ?? '' }))).toContainEqual(last);
      expect(await Array.fromAsync(log.rows({ since: '2100-01-01T00:00:00.000Z' }))).toEqual([]);

      const caseId = '00000000-0000-4000-8000-000000000001';
      await sql`insert into cases (id, name, state) values (${caseId}, 'one', 'open')`.execute(one.db);
      await sql`insert into files (id, case_id, name, name_key, sha256, size_bytes, as_of, state, via)
        values (${caseId}, ${caseId}, ''::bytea, '', 'beef', 1, '2026-01-01', 'accepted', 'intake')`.execute(one.db);
      await log.append([entry(caseId), entry('beef'), entry('cafe')]);
      const subjects = (await Array.fromAsync(log.rows({ caseId }))).map(({ subject }) => subject);
      expect(subjects).toEqual([caseId, 'beef']);
    });

    it('reads a long log to its end', async () => {
      const before = (await all()).length;
      await log.append(Array.from({ length: 2_000 }, (_, at) => entry(`case-${at}`)));
      const chain = createAuditChain();
      for await (const row of log.rows()) chain.take(row);
      expect(chain).toMatchObject({ broken: undefined, head: { seq: before + 2_000 } });
    });
  });
}
