import { sql, type Transaction } from 'kysely';
import { z } from 'zod';
import type { AuditEntry } from '#domain/audit.ts';
import type { Tables } from './tables.ts';

const groupSchema = z.object({
  by: z.string(),
  via: z.string(),
  files: z.coerce.number(),
  duplicates: z.coerce.number(),
  rejected: z.coerce.number(),
  first: z.coerce.number(),
  last: z.coerce.number(),
});

/**
 * What came into a case since the log was last told of it, an entry for each who brought some and each way they came. Positions grow within a
 * case, so files of an intake that was killed are told of by the next one.
 */
export async function noteReceipts(within: Transaction<Tables>, caseId: string): Promise<AuditEntry[]> {
  // Nobody brings anything meanwhile, or it would be told of twice, or never.
  await within.selectFrom('cases').select('id').where('id', '=', caseId).forNoKeyUpdate().execute();
  const told = await within
    .selectFrom('audit')
    .select('detail')
    .where('subject', '=', caseId)
    .where('action', '=', 'files-received')
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  const toldUpTo = told === undefined ? 0 : z.object({ last: z.number() }).parse(JSON.parse(told.detail)).last;
  const { rows } = await sql`
    select by, via, count(*) as files, count(*) filter (where coalesce(twin_of, copy_of) is not null) as duplicates,
      count(*) filter (where failure is not null and settled_at is null) as rejected,
      min(position) as first, max(position) as last
    from files where case_id = ${caseId} and position > ${toldUpTo} group by by, via order by max(position)`.execute(
    within,
  );
  return rows.map((row) => {
    const { by, ...counts } = groupSchema.parse(row);
    return { action: 'files-received', subject: caseId, actor: by, detail: counts };
  });
}
