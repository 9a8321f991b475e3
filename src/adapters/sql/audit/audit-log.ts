import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import type { AuditRow } from '#domain/audit.ts';
import type { AuditLog, AuditQuery } from '#ports/audit-log.ts';
import type { Database } from '../open-database.ts';
import type { AuditTrail } from './audit-trail.ts';

const ROWS_AT_ONCE = 1_000;

const rowsSchema = z.array(
  z.object({
    seq: z.coerce.number(),
    at: z.string(),
    actor: z.string(),
    action: z.string(),
    subject: z.string(),
    detail: z.string(),
    previous: z.string(),
    hash: z.string(),
  }),
);

/** The log in the table `audit`, which a trigger keeps from being changed. */
export function createAuditLog(db: Database, trail: AuditTrail): AuditLog {
  return {
    append: (entries) => trail.transaction((_within, tell) => tell(entries)),
    latest: async ({ action, actor, subject, beforeSeq, limit }) => {
      const { rows } = await sql`
        select seq, at, actor, action, subject, detail, previous, hash from audit
        where ${beforeSeq === undefined ? sql`true` : sql`seq < ${beforeSeq}`}
          and ${action === undefined ? sql`true` : sql`action = ${action}`}
          and ${actor === undefined ? sql`true` : sql`actor = ${actor}`}
          and ${subject === undefined ? sql`true` : sql`starts_with(subject, ${subject})`}
        order by seq desc limit ${limit}`.execute(db);
      return rowsSchema.parse(rows);
    },
    rows: async function* ({ caseId, since, afterSeq = 0 } = {}): AsyncGenerator<AuditRow> {
      const which = sql`${aboutCase(caseId)} and ${since === undefined ? sql`true` : sql`at >= ${since}`}`;
      let after = afterSeq;
      for (;;) {
        const { rows } = await sql`
          select seq, at, actor, action, subject, detail, previous, hash from audit
          where seq > ${after} and ${which} order by seq limit ${ROWS_AT_ONCE}`.execute(db);
        const lot = rowsSchema.parse(rows);
        yield* lot;
        const last = lot.at(-1);
        if (last === undefined || lot.length < ROWS_AT_ONCE) return;
        after = last.seq;
      }
    },
  };
}

function aboutCase(caseId: AuditQuery['caseId']): RawBuilder<unknown> {
  if (caseId === undefined) return sql`true`;
  return sql`(subject = ${caseId} or subject in (select id from documents where case_id = ${caseId}
    union select sha256 from files where case_id = ${caseId} and sha256 is not null)
    or split_part(subject, ':', 1) in (select id::text from files where case_id = ${caseId}))`;
}
