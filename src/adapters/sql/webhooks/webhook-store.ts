import { randomUUID } from 'node:crypto';
import { type Selectable, sql } from 'kysely';
import { z } from 'zod';
import { disabledBecauseSchema, webhookEventSchema } from '#domain/webhooks.ts';
import type { Vault } from '#ports/vault.ts';
import type { Webhook, WebhookStore } from '#ports/webhooks.ts';
import type { AuditTrail } from '../audit/audit-trail.ts';
import { sealJson } from '../json-seal.ts';
import type { Database } from '../open-database.ts';
import type { Tables } from '../tables.ts';
import { createDeliveryRows } from './delivery-rows.ts';

/** Webhooks in the tables `webhooks` and `webhook_deliveries`; the log is told of who makes and changes them. */
export function createWebhookStore(db: Database, vault: Vault, trail: AuditTrail): WebhookStore {
  return {
    ...createDeliveryRows(db, vault),
    all: async () => (await db.selectFrom('webhooks').selectAll().orderBy('made_at').execute()).map(asWebhook),
    add: async ({ url, events }, secret) => {
      const sealed = sealJson(await vault.sealer('organisation'), secret);
      return trail.transaction(async (within, tell) => {
        const row = await within
          .insertInto('webhooks')
          .values({ id: randomUUID(), url, events, secret: sealed })
          .returningAll()
          .executeTakeFirstOrThrow();
        await tell([{ action: 'webhook-made', subject: row.id, detail: { events: events.length } }]);
        return asWebhook(row);
      });
    },
    change: (id, { events, isEnabled }) =>
      trail.transaction(async (within, tell) => {
        const row = await within
          .updateTable('webhooks')
          .set({
            id,
            ...(events === undefined ? {} : { events }),
            ...(isEnabled === true ? { disabled_at: null, disabled_because: null, failing_since: null } : {}),
            ...(isEnabled === false
              ? { disabled_at: sql<Date>`coalesce(disabled_at, now())`, disabled_because: 'person' }
              : {}),
          })
          .where('id', '=', id)
          .returningAll()
          .executeTakeFirst();
        if (row === undefined) return undefined;
        if (isEnabled === false) await sql`${giveUp(sql`webhook_id = ${id}`)}`.execute(within);
        await tell([
          {
            action: 'webhook-changed',
            subject: id,
            detail: { isEnabled: row.disabled_at === null, events: row.events.length },
          },
        ]);
        return asWebhook(row);
      }),
    remove: (id) =>
      trail.transaction(async (within, tell) => {
        const gone = await within.deleteFrom('webhooks').where('id', '=', id).returning('id').executeTakeFirst();
        if (gone !== undefined) await tell([{ action: 'webhook-removed', subject: id, detail: {} }]);
        return gone !== undefined;
      }),
    disableFailing: (forMs) =>
      trail.transaction(async (within, tell) => {
        const { rows } = await sql`
          update webhooks set disabled_at = now(), disabled_because = 'failing'
          where disabled_at is null and failing_since < now() - make_interval(secs => ${forMs / 1000})
          returning id`.execute(within);
        const ids = z
          .array(z.object({ id: z.string() }))
          .parse(rows)
          .map(({ id }) => id);
        if (ids.length === 0) return [];
        await sql`${giveUp(sql`webhook_id = any(${ids}::uuid[])`)}`.execute(within);
        await tell(ids.map((id) => ({ action: 'webhook-disabled', subject: id, detail: {} })));
        return ids;
      }),
  };
}

function giveUp(which: ReturnType<typeof sql>) {
  return sql`update webhook_deliveries set state = 'failed', problem = 'disabled', settled_at = now(), owner = null
    where state = 'waiting' and ${which}`;
}

function asWebhook(row: Selectable<Tables['webhooks']>): Webhook {
  return {
    id: row.id,
    url: row.url,
    events: z.array(webhookEventSchema).parse(row.events),
    madeAt: row.made_at,
    disabledAt: row.disabled_at,
    disabledBecause: disabledBecauseSchema.nullable().parse(row.disabled_because),
    failingSince: row.failing_since,
    deliveredAt: row.delivered_at,
  };
}
