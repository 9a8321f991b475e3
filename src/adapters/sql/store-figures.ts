import { sql } from 'kysely';
import { z } from 'zod';
import type { StoreFigures } from '#ports/store-figures.ts';
import { workClassSchema } from '#ports/work-queue.ts';
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
