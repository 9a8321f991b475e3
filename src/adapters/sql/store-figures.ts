import { sql } from 'kysely';
import { z } from 'zod';
import { workClassSchema, workKindSchema } from '#domain/work-kind.ts';
import type { StoreFigures } from '#ports/store-figures.ts';
import type { Database } from './open-database.ts';

/** Counts of 64 bits come back as text. */
const count = z.coerce.number().int().min(0);
const workClass = z.int().transform((number) => workClassSchema.parse(workClassSchema.options[number]));
const workRow = z.object({
  work_class: workClass,
  state: z.enum(['ready', 'running', 'later', 'dead']),
  items: count,
  waiting_ms: z.coerce.number().transform((milliseconds) => Math.max(0, milliseconds)),
});
const leaseRow = z.object({
  owner: z.string(),
  kind: workKindSchema,
  subject: z.string(),
  workClass,
  begunAt: z.date().nullable(),
  leaseUntil: z.date(),
});
const doneRow = z.object({ done: count });
const deadRow = z.object({ code: z.string(), items: count });
const documentRow = z.object({
  type: z.string().nullable(),
  status: z.string(),
  pipeline_version: z.string(),
  documents: count,
  corrected: count,
});

/** Counts in the database. */
export function createStoreFigures(db: Database): StoreFigures {
  return {
    work: async () => {
      const { rows } = await sql`
        select class as work_class, case when state = 'ready' and due_at > now() then 'later' else state end as state,
          count(*) as items, extract(epoch from now() - min(greatest(due_at, offered_at))) * 1000 as waiting_ms
        from work group by 1, 2 order by 1, 2`.execute(db);
      return z
        .array(workRow)
        .parse(rows)
        .map(({ work_class, state, items, waiting_ms }) => ({
          workClass: work_class,
          state,
          items,
          waitingMs: waiting_ms,
        }));
    },
    leases: async () => {
      const { rows } = await sql`
        select owner, kind, subject, class as "workClass", begun_at as "begunAt", lease_until as "leaseUntil"
        from work where state = 'running' order by begun_at, id`.execute(db);
      return z.array(leaseRow).parse(rows);
    },
    pagesDone: async (withinMs) => {
      const { rows } = await sql`
        select coalesce(sum(page_count), 0) as done from files
        where state = 'accepted' and settled_at > now() - make_interval(secs => ${withinMs / 1000})`.execute(db);
      return doneRow.parse(rows[0]).done;
    },
    runDone: async (runId, withinMs) => {
      const { rows } = await sql`
        select coalesce(sum(documents), 0) as done from run_lots
        where run_id = ${runId} and done_at > now() - make_interval(secs => ${withinMs / 1000})`.execute(db);
      return doneRow.parse(rows[0]).done;
    },
    databaseBytes: async () => {
      const { rows } = await sql`select pg_database_size(current_database()) as done`.execute(db);
      return doneRow.parse(rows[0]).done;
    },
    dead: async () => {
      const { rows } = await sql`
        select coalesce(failure, 'internal-error') as code, count(*) as items
        from work where state = 'dead' group by 1 order by 2 desc, 1`.execute(db);
      return z.array(deadRow).parse(rows);
    },
    documents: async () => {
      const { rows } = await sql`
        with last_word as (
          select distinct on (document, field) document, kind from decisions
          where document is not null and field is not null order by document, field, seq desc),
        corrected as (select distinct document from last_word where kind = 'correct')
        select d.type, d.status, d.pipeline_version, count(*) as documents, count(c.document) as corrected
        from documents d left join corrected c on c.document = d.id
        group by 1, 2, 3 order by 1, 2, 3`.execute(db);
      return z
        .array(documentRow)
        .parse(rows)
        .map(({ pipeline_version, ...row }) => ({ ...row, pipelineVersion: pipeline_version }));
    },
  };
}
