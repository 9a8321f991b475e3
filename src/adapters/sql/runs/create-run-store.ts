import { sql } from 'kysely';
import type { KeptDocument } from '#ports/kept-results.ts';
import type { LotWork, MovedChanges, Run, RunKnowledge, RunLot, RunScope, RunStore } from '#ports/runs.ts';
import type { Vault } from '#ports/vault.ts';
import { type AuditTrail, createAuditTrail } from '../audit/audit-trail.ts';
import { documentsInForce, openDocuments } from '../judgements/kept-documents.ts';
import type { Database } from '../open-database.ts';
import { commitWithin } from './commit-lot.ts';
import { forgetSome } from './forget-run.ts';
import { ACCEPTING, type Direction, moveSome, ROLLING_BACK } from './move-changes.ts';
import { isReached, isToRead, offerLots, planWithin, reachOf } from './plan-run.ts';
import { changesOf, countsOf } from './run-diff.ts';
import { asRun } from './run-row.ts';
import { turnRun } from './turn-run.ts';

export interface RunStoreOptions {
  /** Documents that are computed in one go: half a second of work, and all that is lost when it is interrupted. */
  readonly lotDocuments?: number;
  /** Files whose documents are put in force in one transaction: the database is others' again after a moment. */
  readonly filesAtOnce?: number;
  /** Is told what persons decide about runs. */
  readonly trail?: AuditTrail;
}

/** The tables `runs`, `run_lots` and `run_changes`; what is computed lies in `artifacts`, sealed like what is in force. */
export function createRunStore(
  db: Database,
  vault: Vault,
  { lotDocuments = 256, filesAtOnce = 500, trail = createAuditTrail(db, { actor: '' }) }: RunStoreOptions = {},
): RunStore {
  const move = (runId: string, way: Direction): Promise<MovedChanges> =>
    db.transaction().execute((within) => moveSome(within, runId, { ...way, filesAtOnce }));
  const runs = () => db.selectFrom('runs').selectAll().orderBy('started_at', 'desc').orderBy('id');
  return {
    reach: (scope, knowledge) => reachOf(db, scope, knowledge),
    plan: (scope, knowledge) =>
      db.transaction().execute((within) => planWithin(within, { scope, knowledge, lotDocuments })),
    open: (scope, knowledge) => openRun(db, scope, knowledge),
    all: async () => (await runs().execute()).map(asRun),
    byId: async (prefix) =>
      (await runs().where(sql<boolean>`starts_with(id::text, ${prefix.toLowerCase()})`).execute()).map(asRun),
    lot: (lotId) => findLot(db, lotId),
    offerLots: (runId) => db.transaction().execute((within) => offerLots(within, runId)),
    workOf: (runId) => workOf(db, runId),
    documentsOf: (lot) => documentsOf(lot, db, vault),
    commitLot: async (lot, { changes, failed }, work) => {
      const cases = [...new Set(changes.map(({ caseId }) => caseId))];
      const sealers = new Map(
        await Promise.all(cases.map(async (id) => [id, await vault.sealer(`case:${id}`)] as const)),
      );
      return db.transaction().execute((within) => commitWithin(within, { lot, changes, failed, work, sealers }));
    },
    counts: (runId) => countsOf(db, runId),
    changes: (runId, limit) => changesOf(db, runId, limit),
    turn: (runId, from, to) => turnRun(trail, runId, { from, to }),
    acceptSome: (runId) => move(runId, ACCEPTING),
    rollBackSome: (runId) => move(runId, ROLLING_BACK),
    forgetSome: (runId) => db.transaction().execute((within) => forgetSome(within, runId)),
  };
}

async function openRun(db: Database, scope: RunScope, knowledge: RunKnowledge): Promise<Run | undefined> {
  const row = await db
    .selectFrom('runs')
    .selectAll()
    .where('state', 'in', ['computing', 'proposed'])
    .where('pipeline', '=', knowledge.pipeline)
    .where('judged_by', '=', knowledge.judgedBy)
    .where('read_by', '=', knowledge.readBy)
    .where('of_case', 'is not distinct from', scope.caseId)
    .where('of_type', 'is not distinct from', scope.type)
    .where('before', 'is not distinct from', scope.before)
    .where('as_of', 'is not distinct from', scope.asOf)
    .where('is_judging_only', '=', scope.isJudgingOnly)
    .orderBy('started_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? undefined : asRun(row);
}

async function workOf(db: Database, runId: string): Promise<LotWork> {
  const rows = await db
    .selectFrom('run_lots')
    .innerJoin('work', (join) => join.onRef('work.subject', '=', 'run_lots.id').on('work.kind', '=', 'run'))
    .select(['work.id', 'work.state'])
    .where('run_lots.run_id', '=', runId)
    .where('run_lots.done_at', 'is', null)
    .orderBy('run_lots.nth')
    .execute();
  const alive = rows.filter(({ state }) => state !== 'dead');
  return { ids: alive.map(({ id }) => id), dead: rows.length - alive.length };
}

async function findLot(db: Database, lotId: string): Promise<RunLot | undefined> {
  const lot = await db.selectFrom('run_lots').selectAll().where('id', '=', lotId).executeTakeFirst();
  if (lot === undefined || lot.done_at !== null) return undefined;
  const run = await db.selectFrom('runs').selectAll().where('id', '=', lot.run_id).executeTakeFirst();
  if (run === undefined) return undefined;
  const { id, documents, reads } = lot;
  return { id, run: asRun(run), first: Number(lot.first), last: Number(lot.last), documents, reads };
}

/** Those that others judged meanwhile are not among them. */
async function documentsOf({ run, first, last, reads }: RunLot, db: Database, vault: Vault): Promise<KeptDocument[]> {
  const query = documentsInForce(db)
    .where(isReached(run, run))
    .where('files.position', '>=', String(first))
    .where('files.position', '<=', String(last))
    .where(reads ? isToRead(run, run.readBy) : sql<boolean>`not ${isToRead(run, run.readBy)}`);
  return openDocuments(query, vault);
}
