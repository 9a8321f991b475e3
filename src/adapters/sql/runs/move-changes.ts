import { type RawBuilder, sql, type Transaction } from 'kysely';
import { z } from 'zod';
import type { MovedChanges } from '#ports/runs.ts';
import { SAID_COLUMNS } from '../judgements/artifacts-row.ts';
import type { Tables } from '../tables.ts';
import { addWork } from '../work/add-work.ts';

/** Forwards when a run is accepted, backwards when it is rolled back: the same steps with the ends changed. */
export interface Direction {
  readonly runState: 'accepting' | 'rolling-back';
  readonly endState: 'accepted' | 'rolled-back';
  readonly from: 'artifacts_before' | 'artifacts_after';
  readonly to: 'artifacts_before' | 'artifacts_after';
  /** State of the changes that are to be moved, and of those that were. */
  readonly waiting: 'proposed' | 'in-force';
  readonly moved: 'in-force' | 'taken-back';
}

export const ACCEPTING: Direction = {
  runState: 'accepting',
  endState: 'accepted',
  from: 'artifacts_before',
  to: 'artifacts_after',
  waiting: 'proposed',
  moved: 'in-force',
};
export const ROLLING_BACK: Direction = {
  runState: 'rolling-back',
  endState: 'rolled-back',
  from: 'artifacts_after',
  to: 'artifacts_before',
  waiting: 'in-force',
  moved: 'taken-back',
};

/** Moves the changes of some files of a run, or leaves them alone where the documents are not as the run had found them. */
export async function moveSome(
  within: Transaction<Tables>,
  runId: string,
  { filesAtOnce, ...way }: Direction & { readonly filesAtOnce: number },
): Promise<MovedChanges> {
  const run = await within.selectFrom('runs').select('state').where('id', '=', runId).forUpdate().executeTakeFirst();
  if (run?.state !== way.runState) return { moved: 0, left: 0, isDone: true };
  const { rows } = await sql<{ file_id: string }>`
    select distinct file_id from run_changes where run_id = ${runId} and state = ${way.waiting}
    order by file_id limit ${filesAtOnce}`.execute(within);
  if (rows.length === 0) {
    const end = { state: way.endState, ended_at: sql<Date>`now()` };
    await within.updateTable('runs').set(end).where('id', '=', runId).execute();
    return { moved: 0, left: 0, isDone: true };
  }
  const files = rows.map(({ file_id: id }) => id);
  // Whoever corrects or reads one of them meanwhile waits, and so do we.
  await sql`
    select from documents where file_id = any(${files}::uuid[]) order by file_id, page_from for update`.execute(within);
  const step = { within, runId, way, files };
  const left = await leaveAlone(step);
  await keepWords(step);
  await replaceDocuments(step);
  await askForCases(step);
  const { numAffectedRows = 0n } = await sql`
    update run_changes as change set state = ${way.moved} where ${isMoving(step)}`.execute(within);
  return { moved: Number(numAffectedRows), left, isDone: false };
}

interface Step {
  readonly within: Transaction<Tables>;
  readonly runId: string;
  readonly way: Direction;
  readonly files: readonly string[];
}

/** Of `run_changes as change`: those that this step is about and that are not left alone. */
function isMoving({ runId, way, files }: Step): RawBuilder<boolean> {
  return sql<boolean>`(change.run_id = ${runId} and change.state = ${way.waiting} and change.file_id = any(${files}::uuid[]))`;
}

/** A document that a person corrected, or that was read anew, stays as it is; a file that is cut otherwise does so with all of its documents. */
async function leaveAlone(step: Step): Promise<number> {
  const { within, way, files } = step;
  const { numAffectedRows = 0n } = await sql`
    with found as (
      select change.file_id, change.page_from, change.is_whole,
        documents.artifacts_id is not distinct from change.${sql.ref(way.from)} as fits
      from run_changes as change left join documents using (file_id, page_from) where ${isMoving(step)}),
    unfit as (
      select file_id from found where is_whole and not fits
      union
      select documents.file_id from documents
      where documents.file_id = any(${files}::uuid[])
        and documents.file_id in (select file_id from found where is_whole)
        and not exists (
          select from found where found.file_id = documents.file_id and found.page_from = documents.page_from))
    update run_changes as change set state = 'left' from found
    where ${isMoving(step)} and change.file_id = found.file_id and change.page_from = found.page_from
      and (not found.fits or (found.is_whole and found.file_id in (select file_id from unfit)))`.execute(within);
  return Number(numAffectedRows);
}

/** What documents are found by is kept where it is about to be replaced. */
async function keepWords(step: Step): Promise<void> {
  const { way } = step;
  await sql`
    update artifacts set words = documents.words
    from run_changes as change
      join documents using (file_id, page_from)
      left join artifacts as next on next.id = change.${sql.ref(way.to)}
    where ${isMoving(step)} and artifacts.id = change.${sql.ref(way.from)}
      and (change.is_whole or next.words is not null)`.execute(step.within);
}

const said = (of: string): RawBuilder<unknown> => sql.join(SAID_COLUMNS.map((column) => sql.ref(`${of}.${column}`)));
const saidNames = sql.join(SAID_COLUMNS.map((column) => sql.ref(column)));

/** The documents say what the artifacts say that they are moved to. */
async function replaceDocuments(step: Step): Promise<void> {
  const { within, way } = step;
  const to = sql.ref(`change.${way.to}`);
  const from = sql.ref(`change.${way.from}`);
  await sql`
    delete from documents using run_changes as change
    where ${isMoving(step)} and ${to} is null
      and documents.file_id = change.file_id and documents.page_from = change.page_from`.execute(within);
  await sql`
    update documents set (id, artifacts_id, judged_at, ${saidNames}) = (
      next.document, next.id, next.made_at, ${said('next')})
    from run_changes as change join artifacts as next on next.id = ${to}
    where ${isMoving(step)} and ${from} is not null
      and documents.file_id = change.file_id and documents.page_from = change.page_from`.execute(within);
  // Apart, since they are indexed.
  await sql`
    update documents set words = next.words
    from run_changes as change join artifacts as next on next.id = ${to}
    where ${isMoving(step)} and ${from} is not null and (change.is_whole or next.words is not null)
      and documents.file_id = change.file_id and documents.page_from = change.page_from`.execute(within);
  await sql`
    insert into documents (file_id, page_from, case_id, id, artifacts_id, judged_at, words, ${saidNames})
    select next.file_id, next.page_from, files.case_id, next.document, next.id, next.made_at, next.words, ${said('next')}
    from run_changes as change join artifacts as next on next.id = ${to} join files on files.id = change.file_id
    where ${isMoving(step)} and ${from} is null`.execute(within);
  await sql`
    update files set reading = next.read_by
    from run_changes as change join artifacts as next on next.id = ${to}
    where ${isMoving(step)} and files.id = change.file_id and files.reading is distinct from next.read_by`.execute(
    within,
  );
}

const casesSchema = z.array(z.object({ case_id: z.string() }));

/** Cases whose documents say something else now are judged again. */
async function askForCases(step: Step): Promise<void> {
  const { rows } = await sql`
    select distinct files.case_id from run_changes as change join files on files.id = change.file_id
    where ${isMoving(step)} and change.change <> 'same' order by files.case_id`.execute(step.within);
  await addWork(
    step.within,
    casesSchema
      .parse(rows)
      .map(({ case_id: id }) => ({ kind: 'case' as const, subject: id, caseId: id, workClass: 'archive' as const })),
  );
}
