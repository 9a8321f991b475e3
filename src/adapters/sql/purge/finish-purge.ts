import { sql, type Transaction } from 'kysely';
import { z } from 'zod';
import {
  certify,
  type PurgeCertificate,
  purgeCertificateSchema,
  purgedListHash,
  purgePlanSchema,
} from '#domain/purge-certificate.ts';
import type { AuditTrail } from '../audit/audit-trail.ts';
import type { Tables } from '../tables.ts';

const purgeSchema = z.object({
  id: z.string(),
  case_id: z.string(),
  plan: purgePlanSchema,
  certificate: purgeCertificateSchema.nullable(),
  begun_at: z.date(),
  now: z.date(),
  blobs: z.coerce.number(),
  size: z.coerce.number(),
});

/** Tells the log that a purge is done and keeps its certificate, in one transaction; one that is there already is given again. */
export function finishPurge(trail: AuditTrail, purgeId: string): Promise<PurgeCertificate> {
  return trail.transaction(async (within, tell) => {
    const purge = await lockPurge(within, purgeId);
    if (purge.certificate !== null) return purge.certificate;
    const { plan } = purge;
    const detail = { purge: purgeId, originals: plan.originals.length, list: purgedListHash(plan) };
    const backups = await backupsSince(within, plan.heldSince);
    const [row] = await tell([{ action: 'purge-done', subject: purge.case_id, detail }]);
    if (row === undefined) throw new Error('what was told is not there');
    const certificate = certify({
      format: 'liasse.purge/1',
      id: purgeId,
      caseId: purge.case_id,
      actor: trail.actor,
      begunAt: purge.begun_at.toISOString(),
      doneAt: purge.now.toISOString(),
      ...plan,
      blobs: purge.blobs,
      blobBytes: purge.size,
      backups,
      audit: { seq: row.seq, hash: row.hash },
    });
    await within
      .updateTable('purges')
      .set({ certificate: JSON.stringify(certificate), done_at: sql`clock_timestamp()` })
      .where('id', '=', purgeId)
      .execute();
    return certificate;
  });
}

async function lockPurge(within: Transaction<Tables>, purgeId: string) {
  await within.selectFrom('purges').select('id').where('id', '=', purgeId).forUpdate().execute();
  const { rows } = await sql`
    select purges.*, clock_timestamp() as now, coalesce(sum(swept_blobs), 0) as blobs, coalesce(sum(swept_size), 0) as size
    from purges left join purged_bytes on purge_id = id where id = ${purgeId} group by id`.execute(within);
  return purgeSchema.parse(rows[0]);
}

/** Backups that were made since a moment. */
async function backupsSince(within: Transaction<Tables>, since: string): Promise<PurgeCertificate['backups']> {
  const rows = await within
    .selectFrom('audit')
    .select(['subject', 'at'])
    .where('action', '=', 'backup-made')
    .where('at', '>=', since)
    .orderBy('seq')
    .execute();
  return rows.map(({ subject, at }) => ({ id: subject, at }));
}
