import { sql, type Transaction } from 'kysely';
import { z } from 'zod';
import { type AuditEntry, type AuditRow, auditEntrySchema, nextAuditRow } from '#domain/audit.ts';
import type { Tables } from '../tables.ts';

/** Any number will do, as long as nobody else takes it. */
const LOG_LOCK = 5_117_001;

const lastSchema = z.object({ at: z.date(), seq: z.coerce.number().nullable(), hash: z.string().nullable() });

/**
 * Adds rows to the log within a transaction, as its last step: whoever appends next waits until this transaction ends, and nothing that others may
 * be holding is to be waited for meanwhile. Needs the isolation level "read committed", the default.
 */
export async function appendAudit(
  within: Transaction<Tables>,
  actor: string,
  entries: readonly AuditEntry[],
): Promise<AuditRow[]> {
  if (entries.length === 0) return [];
  await sql`select pg_advisory_xact_lock(${LOG_LOCK})`.execute(within);
  const { rows: found } = await sql`
    select clock_timestamp() as at, last.seq, last.hash from (select) as one
    left join lateral (select seq, hash from audit order by seq desc limit 1) as last on true`.execute(within);
  const { at, seq, hash } = lastSchema.parse(found[0]);
  const by = { at: at.toISOString(), actor };
  const rows: AuditRow[] = [];
  let before = seq === null || hash === null ? undefined : { seq, hash };
  for (const entry of entries) {
    const row = nextAuditRow(before, auditEntrySchema.parse(entry), by);
    rows.push(row);
    before = row;
  }
  await within.insertInto('audit').values(rows).execute();
  return rows;
}
