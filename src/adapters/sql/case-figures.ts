import { randomUUID } from 'node:crypto';
import { type RawBuilder, sql, type Transaction } from 'kysely';
import { z } from 'zod';
import { caseStateSchema } from '#domain/case-state.ts';
import { caseSummarySchema } from '#domain/case-summary.ts';
import { LiasseFailure } from '#domain/failure.ts';
import type { FileState } from '#domain/ledger.ts';
import type { CaseFigures, CaseFiguresStore } from '#ports/case-figures.ts';
import type { KeptCase } from '#ports/kept-files.ts';
import type { AuditTrail } from './audit/audit-trail.ts';
import type { Database } from './open-database.ts';
import type { Tables } from './tables.ts';

const countsSchema = z.record(z.string(), z.number().int());
const rowsSchema = z.array(
  z.object({
    ...{ id: z.string(), name: z.string(), state: caseStateSchema, team_id: z.string() },
    ...{ opened_at: z.date(), state_since: z.date(), judged_at: z.date().nullable() },
    ...{ summary: caseSummarySchema.nullable(), files: countsSchema, documents: countsSchema },
  }),
);

/** Cases with their figures, counted by the database. */
export function createCaseFigures(db: Database, trail: AuditTrail): CaseFiguresStore {
  const select = async (which: RawBuilder<unknown>, limit: number): Promise<CaseFigures[]> => {
    const { rows } = await sql`
      select id, name, state, team_id, opened_at, state_since, judged_at, summary,
        (select coalesce(jsonb_object_agg(counted.state, counted.n), '{}') from (
          select files.state, count(*)::integer as n from files where case_id = cases.id group by 1) as counted) as files,
        (select coalesce(jsonb_object_agg(counted.status, counted.n), '{}') from (
          select status, count(*)::integer as n from documents where case_id = cases.id group by 1) as counted) as documents
      from cases where ${which} order by opened_at desc, id limit ${limit}`.execute(db);
    return rowsSchema.parse(rows).map(asFigures);
  };
  return {
    list: ({ teamIds, state, after, limit }) =>
      select(
        sql`${teamIds === 'all' ? sql`true` : sql`team_id = any(${teamIds}::uuid[])`}
          and ${state === undefined ? sql`true` : sql`state = ${state}`}
          and ${after === undefined ? sql`true` : comesAfter(after)}`,
        limit,
      ),
    of: async (caseId) => (await select(sql`id = ${caseId}`, 1))[0],
    version: async (caseId) => {
      const { rows } = await sql`
        with papers as (select id, artifacts_id, status, file_id, page_from from documents where case_id = ${caseId}),
        own as (select id, sha256, state, settled_at, copy_of from files where case_id = ${caseId})
        select concat_ws(' ',
          (select count(*) || md5(string_agg(artifacts_id::text || status, '' order by file_id, page_from)) from papers),
          (select count(*) || md5(string_agg(id::text || state || coalesce(settled_at::text, ''), '' order by id)) from own),
          (select md5(facts) from cases where id = ${caseId}),
          (select max(seq) from decisions
            where document in (select id from papers) or sha256 in (select sha256 from own))) as version`.execute(db);
      return z.object({ version: z.string() }).parse(rows[0]).version;
    },
    clientsVersion: async () => {
      const { rows } = await sql`
        select md5(string_agg(id::text || array_to_string(client_keys, ','), ' ' order by id)) as version
        from cases where client_keys <> '{}'`.execute(db);
      return z.object({ version: z.string().nullable() }).parse(rows[0]).version ?? '';
    },
    move: (caseId, teamId) =>
      trail.transaction(async (within, tell) => {
        const before = await within
          .selectFrom('cases')
          .select(['team_id', 'name'])
          .where('id', '=', caseId)
          .forNoKeyUpdate()
          .executeTakeFirst();
        if (before === undefined || before.team_id === teamId) return;
        if (await isTaken(within, before.name, teamId)) throw new LiasseFailure('case-name-taken');
        await within.updateTable('cases').set({ team_id: teamId }).where('id', '=', caseId).execute();
        await tell([{ action: 'case-moved', subject: caseId, detail: { before: before.team_id, team: teamId } }]);
      }),
    open: (name, teamId) =>
      trail.transaction(async (within, tell): Promise<KeptCase> => {
        const made = await within
          .insertInto('cases')
          .values({ id: randomUUID(), name, state: 'open', team_id: teamId })
          .onConflict((same) => same.doNothing())
          .returningAll()
          .executeTakeFirst();
        if (made === undefined) throw new LiasseFailure('case-name-taken');
        await tell([{ action: 'case-opened', subject: made.id, detail: { team: teamId } }]);
        const { id, opened_at: openedAt, state_since: stateSince } = made;
        return { ...{ id, name, openedAt, stateSince, teamId }, state: 'open', summary: null, judgedAt: null };
      }),
  };
}

/** Of two at the same moment the constraint stops one. */
async function isTaken(within: Transaction<Tables>, name: string, teamId: string): Promise<boolean> {
  const query = within.selectFrom('cases').select('id').where('name', '=', name).where('team_id', '=', teamId);
  return (await query.executeTakeFirst()) !== undefined;
}

function comesAfter(caseId: string): RawBuilder<unknown> {
  return sql`exists (select from cases as before where before.id = ${caseId}
    and (cases.opened_at < before.opened_at or (cases.opened_at = before.opened_at and cases.id > before.id)))`;
}

function asFigures(row: z.infer<typeof rowsSchema>[number]): CaseFigures {
  const of = (state: FileState): number => row.files[state] ?? 0;
  return {
    ...{ id: row.id, name: row.name, state: row.state, teamId: row.team_id },
    ...{ openedAt: row.opened_at, stateSince: row.state_since, judgedAt: row.judged_at, summary: row.summary },
    files: {
      received: Object.values(row.files).reduce((sum, count) => sum + count, 0),
      ...{ waiting: of('waiting'), accepted: of('accepted'), duplicate: of('duplicate'), rejected: of('rejected') },
    },
    documents: row.documents,
  };
}
