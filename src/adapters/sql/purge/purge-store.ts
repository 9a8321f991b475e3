import { sql } from 'kysely';
import { z } from 'zod';
import { type PurgeCertificate, purgeCertificateSchema, purgePlanSchema } from '#domain/purge-certificate.ts';
import type { BegunPurge, PurgeStore } from '#ports/purge-store.ts';
import type { AuditTrail } from '../audit/audit-trail.ts';
import type { Database } from '../open-database.ts';
import { beginPurge } from './begin-purge.ts';
import { finishPurge } from './finish-purge.ts';
import { planPurge } from './plan-purge.ts';
import { rowsLeft } from './rows-left.ts';

/** Purges in the tables `purges` and `purged_bytes`. */
export function createPurgeStore(db: Database, trail: AuditTrail): PurgeStore {
  return {
    preview: (scope) => db.transaction().execute(async (within) => (await planPurge(within, scope)).plan),
    begin: (scope) => beginPurge(trail, scope),
    unfinished: () => unfinished(db),
    noteBytes: async (purgeId, sha256, { blobs, sizeBytes }) => {
      await db
        .updateTable('purged_bytes')
        .set({ swept_blobs: blobs, swept_size: sizeBytes })
        .where('purge_id', '=', purgeId)
        .where('sha256', '=', sha256)
        .where('swept_blobs', 'is', null)
        .execute();
    },
    finish: (purgeId) => finishPurge(trail, purgeId),
    certificates: () => certificates(db),
    left: (certificate) => rowsLeft(db, certificate),
    tidy: async () => {
      // Rewritten: a key that was deleted must not lie in the old pages of the table. The others only make room.
      await sql`vacuum full keys`.execute(db);
      await sql`vacuum files, documents, artifacts, decisions, learned_models`.execute(db);
    },
  };
}

const begunSchema = z.object({ id: z.string(), case_id: z.string(), plan: purgePlanSchema });

async function unfinished(db: Database): Promise<BegunPurge[]> {
  const rows = await db.selectFrom('purges').selectAll().where('done_at', 'is', null).orderBy('begun_at').execute();
  return z
    .array(begunSchema)
    .parse(rows)
    .map((row) => ({ id: row.id, caseId: row.case_id, plan: row.plan }));
}

async function certificates(db: Database): Promise<PurgeCertificate[]> {
  const rows = await db
    .selectFrom('purges')
    .select('certificate')
    .where('certificate', 'is not', null)
    .orderBy('done_at')
    .execute();
  return rows.map(({ certificate }) => purgeCertificateSchema.parse(certificate));
}
