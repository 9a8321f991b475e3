import { sql } from 'kysely';
import { z } from 'zod';
import { type Change, type ChangeLog, changeKindSchema } from '#ports/changes.ts';
import type { Database } from '../open-database.ts';

/** A transaction that took its number earlier than another may end later by so much and is still seen. */
const LATE = '10 seconds';
const KEPT = '1 hour';
const MOST = 1_000;

const changesSchema = z.array(
  z.object({
    seq: z.coerce.number(),
    kind: changeKindSchema,
    caseId: z.string(),
    teamId: z.string(),
    subject: z.string(),
  }),
);

/** What the triggers of the tables wrote into `changes`. */
export function createChangeLog(db: Database): ChangeLog {
  return {
    last: async () => {
      const { rows } = await sql`select coalesce(max(seq), 0) as seq from changes`.execute(db);
      return z.object({ seq: z.coerce.number() }).parse(rows[0]).seq;
    },
    since: async (after): Promise<Change[]> => {
      const { rows } = await sql`
        select seq, kind, case_id as "caseId", team_id as "teamId", subject
        from changes join cases on cases.id = case_id
        where seq > ${after} or at > now() - ${LATE}::interval
        order by seq limit ${MOST}`.execute(db);
      return changesSchema.parse(rows);
    },
    forgetOld: async () => {
      await sql`delete from changes where at < now() - ${KEPT}::interval`.execute(db);
    },
  };
}
