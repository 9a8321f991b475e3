import { randomUUID } from 'node:crypto';
import { type RawBuilder, sql, type Transaction } from 'kysely';
import { z } from 'zod';
import type { Run, RunKnowledge, RunScope } from '#ports/runs.ts';
import type { Tables } from '../tables.ts';
import { addWork } from '../work/add-work.ts';
import type { Executor } from '../work/work-row.ts';
import { asRun } from './run-row.ts';

/**
 * Whether a run has to reach a row of `documents` joined with `files`: it was judged by other knowledge, or as of another day. One condition over columns
 * in clear, so that a hundred thousand documents are told in the time of one query. What live work is about to judge anyhow is not reached.
 */
export function isReached(scope: RunScope, { pipeline, judgedBy, readBy }: RunKnowledge): RawBuilder<boolean> {
  const { caseId, type, before, asOf } = scope;
  return sql<boolean>`(
    documents.pipeline = ${pipeline} and files.state <> 'waiting'
    and ${caseId === null ? sql`true` : sql`documents.case_id = ${caseId}`}
    and ${type === null ? sql`true` : sql`documents.type = ${type}`}
    and ${before === null ? sql`true` : sql`files.received_at < ${before}::date`}
    and (documents.judged_by <> ${judgedBy}
      or ${asOf === null ? sql`false` : sql`documents.as_of <> ${asOf}`}
      or ${isToRead(scope, readBy)}))`;
}

/** Whether the pages of a document have to be read again. */
export function isToRead({ isJudgingOnly }: RunScope, readBy: string): RawBuilder<boolean> {
  return isJudgingOnly ? sql<boolean>`false` : sql<boolean>`documents.read_by <> ${readBy}`;
}

const reachSchema = z.object({ documents: z.coerce.number(), to_read: z.coerce.number() });

/** `RunStore.reach`. */
export async function reachOf(
  db: Executor,
  scope: RunScope,
  knowledge: RunKnowledge,
): Promise<{ documents: number; toRead: number }> {
  const { rows } = await sql`
    select count(*) as documents, count(*) filter (where ${isToRead(scope, knowledge.readBy)}) as to_read
    from documents join files on files.id = documents.file_id where ${isReached(scope, knowledge)}`.execute(db);
  const { documents, to_read: toRead } = reachSchema.parse(rows[0]);
  return { documents, toRead };
}

export interface Plan {
  readonly scope: RunScope;
  readonly knowledge: RunKnowledge;
  /** Documents that are computed in one go, or a few more. */
  readonly lotDocuments: number;
}

/** `RunStore.plan`, within a transaction. */
export async function planWithin(
  within: Transaction<Tables>,
  { scope, knowledge, lotDocuments }: Plan,
): Promise<Run | undefined> {
  const row = await within
    .insertInto('runs')
    .values({
      id: randomUUID(),
      state: 'computing',
      pipeline: knowledge.pipeline,
      pipeline_version: knowledge.pipelineVersion,
      judged_by: knowledge.judgedBy,
      read_by: knowledge.readBy,
      of_case: scope.caseId,
      of_type: scope.type,
      before: scope.before,
      as_of: scope.asOf,
      is_judging_only: scope.isJudgingOnly,
      planned: 0,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  await addLots(within, row.id, { scope, knowledge, lotDocuments });
  const planned = await within
    .updateTable('runs')
    .set({ planned: sql`(select coalesce(sum(documents), 0) from run_lots where run_id = ${row.id})` })
    .where('id', '=', row.id)
    .returningAll()
    .executeTakeFirstOrThrow();
  if (planned.planned === 0) {
    await within.deleteFrom('runs').where('id', '=', row.id).execute();
    return undefined;
  }
  await offerLots(within, row.id);
  return asRun(planned);
}

/** Whole files to a lot; a file that has to be read again is a lot of its own. What need not be read comes first: it is done in no time. */
async function addLots(
  within: Transaction<Tables>,
  runId: string,
  { scope, knowledge, lotDocuments }: Plan,
): Promise<void> {
  await sql`
    with reached as (
      select files.position, count(*) as documents, bool_or(${isToRead(scope, knowledge.readBy)}) as reads
      from documents join files on files.id = documents.file_id
      where ${isReached(scope, knowledge)} group by files.position),
    placed as (
      select *, sum(documents) over (partition by reads order by position) - documents as before from reached)
    insert into run_lots (id, run_id, nth, first, last, documents, reads)
    select gen_random_uuid(), ${runId}, row_number() over (order by reads, min(position)),
      min(position), max(position), sum(documents), reads
    from placed group by reads, case when reads then before else div(before, ${lotDocuments}) end`.execute(within);
}

/** Has every lot that is not computed worked on: new ones, and those whose work was put aside. */
export async function offerLots(within: Executor, runId: string): Promise<void> {
  const lots = await within
    .selectFrom('run_lots')
    .select('id')
    .where('run_id', '=', runId)
    .where('done_at', 'is', null)
    .orderBy('nth')
    .execute();
  await addWork(
    within,
    lots.map(({ id }) => ({ kind: 'run' as const, subject: id, caseId: null, workClass: 'archive' as const })),
  );
}
