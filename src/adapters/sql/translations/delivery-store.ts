import { randomUUID } from 'node:crypto';
import { type Selectable, sql, type Transaction } from 'kysely';
import { z } from 'zod';
import { failureCodeSchema, LiasseFailure } from '#domain/failure.ts';
import { foundDateSchema } from '#domain/findings.ts';
import { documentPageSchema } from '#domain/page-reading.ts';
import { translationDifferenceSchema } from '#domain/translation-order.ts';
import type { Delivery, TranslationStore } from '#ports/translations.ts';
import type { Sealer, Vault } from '#ports/vault.ts';
import type { AuditTrail } from '../audit/audit-trail.ts';
import { openJson, sealJson } from '../json-seal.ts';
import type { Database } from '../open-database.ts';
import type { Tables } from '../tables.ts';
import { addWork } from '../work/add-work.ts';
import { changeOrder } from './change-order.ts';
import { findOrder } from './order-row.ts';

type Deliveries = Pick<TranslationStore, 'upload' | 'delivery' | 'deliveryById' | 'deliveryBytes' | 'keepReading'>;

const contentSchema = z.object({
  pages: z.array(documentPageSchema),
  dates: z.array(foundDateSchema),
  differences: z.array(translationDifferenceSchema),
});
const stateSchema = z.enum(['waiting', 'read', 'failed']);

/** Uploads of translators in the table `translation_deliveries`, sealed whole under the key of the case: they go when it goes. */
export function createDeliveryStore(db: Database, vault: Vault, trail: AuditTrail): Deliveries {
  const sealer = (caseId: string) => vault.sealer(`case:${caseId}`);
  const select = () =>
    db
      .selectFrom('translation_deliveries as deliveries')
      .innerJoin('translation_orders as orders', 'orders.id', 'deliveries.order_id')
      .selectAll('deliveries')
      .select('orders.case_id');
  const open = async (row: (Selectable<Tables['translation_deliveries']> & { case_id: string }) | undefined) =>
    row === undefined ? undefined : asDelivery(row, await sealer(row.case_id));
  const find = async (id: string) => open(await select().where('deliveries.id', '=', id).executeTakeFirst());
  const deliveryBytes: Deliveries['deliveryBytes'] = async (id) => {
    const row = await select().where('deliveries.id', '=', id).executeTakeFirst();
    return row?.bytes == null ? undefined : (await sealer(row.case_id)).open(row.bytes);
  };
  return {
    deliveryBytes,
    upload: async (orderId, file) => {
      const { sizeBytes } = file;
      const id = randomUUID();
      const before = await findOrder(db, orderId);
      if (before === undefined) throw new LiasseFailure('not-found');
      const seal = await sealer(before.caseId);
      await trail.transaction(async (within, tell) => {
        const change = { id: orderId, change: { act: 'upload' }, actor: trail.actor, sealer: seal } as const;
        const order = await changeOrder(within, change);
        await insertDelivery(within, { id, orderId, seal }, file);
        await addWork(within, [{ kind: 'translation', subject: id, caseId: order.caseId, workClass: 'live' }]);
        const detail = { order: orderId, act: 'upload', bytes: sizeBytes };
        await tell([{ action: 'translation-changed', subject: order.caseId, detail }]);
      });
      const kept = await find(id);
      if (kept === undefined) throw new Error('an upload that was kept is not there');
      return kept;
    },
    delivery: async (orderId) =>
      open(await select().where('order_id', '=', orderId).orderBy('uploaded_at', 'desc').limit(1).executeTakeFirst()),
    deliveryById: find,
    keepReading: async (id, reading) => {
      const row = await select().where('deliveries.id', '=', id).executeTakeFirst();
      if (row === undefined) return;
      const seal = await sealer(row.case_id);
      await db
        .updateTable('translation_deliveries')
        .set(
          'failure' in reading
            ? { state: 'failed', failure: reading.failure }
            : {
                ...{ state: 'read', failure: null, page_count: reading.pages.length },
                ...{ differences: reading.differences.length, content: sealJson(seal, reading) },
              },
        )
        .where('id', '=', id)
        .execute();
      await sql`insert into changes (kind, case_id, subject) values ('order-changed', ${row.case_id}, ${row.order_id})`.execute(
        db,
      );
    },
  };
}

/** What was uploaded before and not delivered makes place. */
async function insertDelivery(
  within: Transaction<Tables>,
  { id, orderId, seal }: { readonly id: string; readonly orderId: string; readonly seal: Sealer },
  { name, bytes, sha256, mediaType, sizeBytes }: Parameters<Deliveries['upload']>[1],
): Promise<void> {
  await within
    .deleteFrom('translation_deliveries')
    .where('order_id', '=', orderId)
    .where('delivered_at', 'is', null)
    .execute();
  await within
    .insertInto('translation_deliveries')
    .values({
      ...{ id, order_id: orderId, sha256, media_type: mediaType, size_bytes: sizeBytes },
      name: sealJson(seal, name),
      bytes: Buffer.from(seal.seal(bytes)),
    })
    .execute();
}

function asDelivery(row: Selectable<Tables['translation_deliveries']>, sealer: Sealer): Delivery {
  return {
    ...{ id: row.id, orderId: row.order_id, sha256: row.sha256, mediaType: row.media_type },
    name: z.string().parse(openJson(sealer, row.name)),
    sizeBytes: Number(row.size_bytes),
    state: stateSchema.parse(row.state),
    failure: failureCodeSchema.nullable().parse(row.failure),
    content: row.content === null ? null : contentSchema.parse(openJson(sealer, row.content)),
    remark: row.remark === null ? null : z.string().parse(openJson(sealer, row.remark)),
    ...{ uploadedAt: row.uploaded_at, deliveredAt: row.delivered_at },
  };
}
