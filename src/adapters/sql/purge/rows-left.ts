import { sql } from 'kysely';
import { z } from 'zod';
import type { PurgeCertificate } from '#domain/purge-certificate.ts';
import type { RowsLeft } from '#ports/purge-store.ts';
import type { Database } from '../open-database.ts';

const leftSchema = z.object({
  case_there: z.boolean(),
  files: z.number(),
  documents: z.number(),
  decisions: z.number(),
  keys: z.number(),
  again: z.array(z.string()),
});

/**
 * Rows about what was purged that are older than its purge (they came back with a backup), and keys of bytes that nobody has a row for. Bytes that came
 * in again since have rows rightly.
 */
export async function rowsLeft(db: Database, certificate: PurgeCertificate): Promise<RowsLeft> {
  const { scope, caseId, originals, documents, doneAt } = certificate;
  const { rows } = await sql`
    with gone as (select unnest(${originals}::text[]) as sha256),
    old as (select id, sha256 from files where sha256 in (select sha256 from gone) and received_at <= ${doneAt}::timestamptz),
    again as (
      select distinct sha256 from files where sha256 in (select sha256 from gone) and received_at > ${doneAt}::timestamptz)
    select ${scope === 'case'} and exists (select from cases where id = ${caseId}) as case_there,
      (select count(*)::integer from old) as files,
      (select count(*)::integer from documents where file_id in (select id from old)) as documents,
      (select count(*)::integer from decisions where at <= ${doneAt}::timestamptz
        and (document = any(${documents}::text[]) or sha256 in (select sha256 from gone))) as decisions,
      (select count(*)::integer from keys where ${scope === 'case'} and id = ${`case:${caseId}`}
        or id in (select 'file:' || sha256 from gone where sha256 not in (select sha256 from again))) as keys,
      array(select sha256 from again order by sha256) as again`.execute(db);
  const left = leftSchema.parse(rows[0]);
  return {
    isCaseThere: left.case_there,
    files: left.files,
    documents: left.documents,
    decisions: left.decisions,
    keys: left.keys,
    cameAgain: left.again,
  };
}
