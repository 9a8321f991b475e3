import { randomUUID } from 'node:crypto';
import { type Insertable, sql, type Transaction } from 'kysely';
import type { ProposedChange, ProposedDocument, RunLot } from '#ports/runs.ts';
import type { Sealer } from '#ports/vault.ts';
import type { FinishedWork } from '#ports/work-queue.ts';
import { artifactsRow, saidColumns, sealKeys } from '../judgements/artifacts-row.ts';
import type { Tables } from '../tables.ts';
import { finishWork, type OwnedWork } from '../work/settle-work.ts';

/** What was computed of a lot, and who worked on it. */
export interface ComputedLot {
  readonly lot: RunLot;
  readonly changes: readonly ProposedChange[];
  readonly failed: number;
  readonly work: OwnedWork;
  readonly sealers: ReadonlyMap<string, Sealer>;
}

/** A statement has room for 65 535 values. */
const ROWS = 500;

/** Keeps what was computed of a lot and says that it is done, or does neither. Nothing is kept of a run that is not computing any more. */
export async function commitWithin(within: Transaction<Tables>, computed: ComputedLot): Promise<FinishedWork> {
  const { lot, work } = computed;
  const finished = await finishWork(within, work);
  if (finished === 'lost') return finished;
  const run = await within
    .selectFrom('runs')
    .select('state')
    .where('id', '=', lot.run.id)
    .forUpdate()
    .executeTakeFirst();
  const done = await within
    .updateTable('run_lots')
    .set({ done_at: sql`now()` })
    .where('id', '=', lot.id)
    .where('done_at', 'is', null)
    .executeTakeFirst();
  if (run?.state !== 'computing' || done.numUpdatedRows === 0n) return finished;
  await addChanges(within, computed);
  await within
    .updateTable('runs')
    .set({
      done: sql`done + ${lot.documents}`,
      failed: sql`failed + ${computed.failed}`,
      state: sql`case when exists (select from run_lots where run_id = ${lot.run.id} and done_at is null)
        then state else 'proposed' end`,
    })
    .where('id', '=', lot.run.id)
    .execute();
  return finished;
}

async function addChanges(within: Transaction<Tables>, { lot, changes, sealers }: ComputedLot): Promise<void> {
  const kept = await ofFilesStillThere(within, changes);
  const rows = kept.flatMap(({ after, ...change }) => {
    const sealer = sealers.get(change.caseId);
    if (sealer === undefined) return [];
    const artifacts = after === null ? null : proposedRow(after, { fileId: change.fileId, runId: lot.run.id, sealer });
    return [{ artifacts, change: changeRow(change, lot.run.id, artifacts?.id ?? null) }];
  });
  for (let start = 0; start < rows.length; start += ROWS) {
    const some = rows.slice(start, start + ROWS);
    const artifacts = some.flatMap((row) => row.artifacts ?? []);
    if (artifacts.length > 0) await within.insertInto('artifacts').values(artifacts).execute();
    await within
      .insertInto('run_changes')
      .values(some.map(({ change }) => change))
      .execute();
  }
}

/** A file that was erased while its documents were judged takes them along. */
async function ofFilesStillThere(
  within: Transaction<Tables>,
  changes: readonly ProposedChange[],
): Promise<readonly ProposedChange[]> {
  const ids = [...new Set(changes.map(({ fileId }) => fileId))];
  if (ids.length === 0) return [];
  const { rows } = await sql<{ id: string }>`
    select id from files where id = any(${ids}::uuid[]) order by id for key share`.execute(within);
  const there = new Set(rows.map(({ id }) => id));
  return changes.filter(({ fileId }) => there.has(fileId));
}

function proposedRow(
  after: ProposedDocument,
  { fileId, runId, sealer }: { readonly fileId: string; readonly runId: string; readonly sealer: Sealer },
): Insertable<Tables['artifacts']> & { readonly id: string } {
  const { words, contentOf, ...document } = after;
  const common = { run_id: runId, words: words === null ? null : words };
  if (contentOf === null) return { ...artifactsRow(document, { fileId, under: after.under, sealer }), ...common };
  const { record } = document.judgement;
  return {
    id: randomUUID(),
    file_id: fileId,
    page_from: after.pageFrom,
    document: record.id,
    ...saidColumns(record, after.pageTo, after.under),
    ...common,
    keys: sealKeys(sealer, after.keys),
    content: null,
    content_of: contentOf,
  };
}

function changeRow(
  { fileId, pageFrom, before, isWhole, change }: Omit<ProposedChange, 'after'>,
  runId: string,
  after: string | null,
): Insertable<Tables['run_changes']> {
  return {
    run_id: runId,
    file_id: fileId,
    page_from: pageFrom,
    artifacts_before: before,
    artifacts_after: after,
    is_whole: isWhole,
    change,
  };
}
