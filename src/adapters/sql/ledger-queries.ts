import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import type { LedgerProblem } from '#ports/kept-files.ts';
import type { Database } from './open-database.ts';

const inCase = (caseId: string | undefined): RawBuilder<unknown> =>
  caseId === undefined ? sql`true` : sql`files.case_id = ${caseId}`;

/** Why files were rejected: how many by failure code. */
export async function rejections(db: Database, caseId: string | undefined): Promise<Record<string, number>> {
  const { rows } = await sql`
    select failure, count(*)::integer as count from files
    where failure is not null and ${inCase(caseId)} group by failure order by count desc, failure`.execute(db);
  const counted = z.array(z.object({ failure: z.string(), count: z.number() })).parse(rows);
  return Object.fromEntries(counted.map(({ failure, count }) => [failure, count]));
}

const problemSchema = z.object({
  id: z.string(),
  name: z.string(),
  problem: z.enum(['waiting-without-work', 'accepted-without-documents']),
});

/** Files that wait and for which there is no work; files that were accepted and of which there is no document. */
export async function unaccounted(db: Database, caseId: string | undefined): Promise<LedgerProblem[]> {
  const { rows } = await sql`
    select files.id, cases.name,
      case files.state when 'waiting' then 'waiting-without-work' else 'accepted-without-documents' end as problem
    from files join cases on cases.id = files.case_id
    where ${inCase(caseId)} and (
      (files.state = 'waiting' and not exists (select from work where kind = 'file' and subject = files.id))
      or (files.state = 'accepted' and not is_container and not exists (
        select from documents where file_id = files.id)))
    order by files.position`.execute(db);
  return z
    .array(problemSchema)
    .parse(rows)
    .map(({ id, name, problem }) => ({ fileId: id, caseName: name, problem }));
}
