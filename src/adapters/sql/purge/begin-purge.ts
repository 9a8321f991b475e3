import { randomUUID } from 'node:crypto';
import { sql, type Transaction } from 'kysely';
import { LiasseFailure } from '#domain/failure.ts';
import type { BegunPurge, PurgeScope } from '#ports/purge-store.ts';
import type { AuditTrail } from '../audit/audit-trail.ts';
import { refuseDuringBackup } from '../backup/backup-lease.ts';
import { noteReceipts } from '../note-receipts.ts';
import type { Tables } from '../tables.ts';
import { type PurgeWork, planPurge } from './plan-purge.ts';
import { holdBytes } from './purge-lock.ts';

/** Takes out rows and keys, and notes whose bytes are to be swept; all in one transaction. */
export function beginPurge(trail: AuditTrail, scope: PurgeScope): Promise<BegunPurge> {
  return trail.transaction(async (within, tell) => {
    await holdBytes(within);
    await refuseDuringBackup(within);
    const received = await noteReceipts(within, scope.caseId);
    await refuseDuringWork(within, scope.caseId);
    const work = await planPurge(within, scope);
    const purge = await insertPurge(within, scope, work);
    await takeOut(within, scope, work);
    const { files, documents, decisions } = work.plan.counts;
    const detail = { purge: purge.id, files, documents, decisions, originals: work.plan.originals.length };
    await tell([...received, { action: 'purge-begun', subject: scope.caseId, detail }]);
    return purge;
  });
}

/** What a worker has in hand would be written after it was taken out. Runs work on documents of any case. */
async function refuseDuringWork(within: Transaction<Tables>, caseId: string): Promise<void> {
  const running = await within
    .selectFrom('work')
    .select('id')
    .where('state', '=', 'running')
    .where((where) => where.or([where('case_id', '=', caseId), where('kind', '=', 'run')]))
    .limit(1)
    .executeTakeFirst();
  if (running !== undefined) throw new LiasseFailure('case-in-work');
}

async function insertPurge(
  within: Transaction<Tables>,
  { caseId }: PurgeScope,
  { plan }: PurgeWork,
): Promise<BegunPurge> {
  const id = randomUUID();
  await within
    .insertInto('purges')
    .values({ id, case_id: caseId, plan: JSON.stringify(plan) })
    .execute();
  await sql`insert into purged_bytes (sha256, purge_id) select sha256, ${id} from unnest(${plan.originals}::text[]) as
    gone (sha256)`.execute(within);
  return { id, caseId, plan };
}

async function takeOut(
  within: Transaction<Tables>,
  { caseId, fileIds: which }: PurgeScope,
  { keys, fileIds, decisions, learnedModels }: PurgeWork,
): Promise<void> {
  const isWhole = which === 'all';
  const work = isWhole ? sql`case_id = ${caseId}` : sql`subject = any(${fileIds}::uuid[])`;
  for (const statement of [
    sql`delete from work where ${work}`,
    sql`delete from decisions where seq = any(${decisions}::bigint[])`,
    sql`delete from learned_models where seq = any(${learnedModels}::bigint[])`,
    // Documents, artifacts and changes of runs go with their files.
    sql`delete from files where id = any(${fileIds}::uuid[])`,
    sql`delete from cases where ${isWhole} and id = ${caseId}`,
    sql`delete from keys where id = any(${keys}::text[])`,
  ])
    await statement.execute(within);
}
