import { sql, type Transaction } from 'kysely';
import type { Tables } from '../tables.ts';

/** Artifacts that are forgotten in one transaction. */
const SOME = 2_000;

/** Forgets some of what a `rejecting` run computed; the work that was left of it goes first. */
export async function forgetSome(within: Transaction<Tables>, runId: string): Promise<{ readonly isDone: boolean }> {
  const run = await within.selectFrom('runs').select('state').where('id', '=', runId).forUpdate().executeTakeFirst();
  if (run?.state !== 'rejecting') return { isDone: true };
  await sql`
    delete from work where kind = 'run' and subject in (
      select id from run_lots where run_id = ${runId} and done_at is null)`.execute(within);
  const { numAffectedRows = 0n } = await sql`
    delete from artifacts where id in (select id from artifacts where run_id = ${runId} limit ${SOME})`.execute(within);
  if (numAffectedRows > 0n) return { isDone: false };
  await within.deleteFrom('run_changes').where('run_id', '=', runId).execute();
  await within.deleteFrom('run_lots').where('run_id', '=', runId).execute();
  const end = { state: 'rejected', ended_at: sql<Date>`now()` };
  await within.updateTable('runs').set(end).where('id', '=', runId).execute();
  return { isDone: true };
}
