import { type Selectable, sql } from 'kysely';
import { z } from 'zod';
import { deliveredEventSchema, deliveryProblemSchema, webhookDataSchema } from '#domain/webhooks.ts';
import type { Vault } from '#ports/vault.ts';
import type { Delivery, WebhookStore } from '#ports/webhooks.ts';
import { openJson } from '../json-seal.ts';
import type { Database } from '../open-database.ts';
import type { Tables } from '../tables.ts';

type DeliveryRows = Pick<
  WebhookStore,
  'deliveries' | 'ping' | 'redeliver' | 'delivery' | 'claim' | 'settle' | 'forgetOld'
>;

const claimedSchema = z.array(
  z.object({
    ...{ id: z.string(), webhook_id: z.string(), event: deliveredEventSchema, data: webhookDataSchema },
    ...{ attempts: z.number(), made_at: z.date(), url: z.string(), secret: z.instanceof(Uint8Array) },
  }),
);

/** Deliveries as rows: taken by a lease, so that no two processes try the same, and free again when whoever had one died. */
export function createDeliveryRows(db: Database, vault: Vault): DeliveryRows {
  return {
    deliveries: async (webhookId, limit) => {
      const query = db.selectFrom('webhook_deliveries').selectAll().where('webhook_id', '=', webhookId);
      return (await query.orderBy('made_at', 'desc').orderBy('id').limit(limit).execute()).map(asDelivery);
    },
    ping: async (webhookId) => {
      const { rows } = await sql`
        insert into webhook_deliveries (webhook_id, event, data) select id, 'ping', '{}' from webhooks where id = ${webhookId}
        returning id`.execute(db);
      return z.object({ id: z.string() }).optional().parse(rows[0])?.id;
    },
    redeliver: async (webhookId, deliveryId) => {
      const { numAffectedRows = 0n } = await sql`
        update webhook_deliveries set state = 'waiting', attempts = 0, due_at = now(), settled_at = null, owner = null, problem = null
        where id = ${deliveryId} and webhook_id = ${webhookId} and (owner is null or lease_until < now())`.execute(db);
      return numAffectedRows > 0n;
    },
    delivery: async (id) => {
      const row = await db.selectFrom('webhook_deliveries').selectAll().where('id', '=', id).executeTakeFirst();
      return row === undefined ? undefined : asDelivery(row);
    },
    claim: async (owner, { leaseMs, limit, only }) => {
      const isWanted = only === undefined ? sql`webhooks.disabled_at is null` : sql`due.id = ${only}`;
      // One that never answers must not hold up the others: the first that are due of each.
      const { rows } = await sql`
        with waiting as (
          select due.id, row_number() over (partition by webhook_id order by due_at) as nth
          from webhook_deliveries as due join webhooks on webhooks.id = webhook_id
          where due.state = 'waiting' and due_at <= now() and (owner is null or lease_until < now()) and ${isWanted}
          order by nth, due_at limit ${limit}),
        taken as (
          select id from webhook_deliveries where id in (select id from waiting)
            and state = 'waiting' and (owner is null or lease_until < now()) for update skip locked)
        update webhook_deliveries set owner = ${owner}, lease_until = now() + make_interval(secs => ${leaseMs / 1000}),
          attempts = attempts + 1
        from webhooks where webhook_deliveries.id in (select id from taken) and webhooks.id = webhook_id
        returning webhook_deliveries.id, webhook_id, event, data, attempts, webhook_deliveries.made_at, url, secret`.execute(
        db,
      );
      if (rows.length === 0) return [];
      const sealer = await vault.sealer('organisation');
      return claimedSchema.parse(rows).map(({ webhook_id, made_at, secret, ...row }) => ({
        ...row,
        webhookId: webhook_id,
        madeAt: made_at,
        secret: z.string().parse(openJson(sealer, secret)),
      }));
    },
    settle: async (id, owner, { status, problem, tookMs, afterMs }) => {
      const givenUp = afterMs === undefined ? 'failed' : 'waiting';
      const state = problem === null ? 'delivered' : givenUp;
      const { rows } = await sql`
        with tried as (
          update webhook_deliveries set state = ${state}, owner = null, lease_until = null, status = ${status}::integer,
            problem = ${problem}::text, took_ms = ${Math.round(tookMs)}::integer,
            due_at = now() + make_interval(secs => ${(afterMs ?? 0) / 1000}),
            settled_at = case when ${state} = 'waiting' then null else now() end
          where id = ${id} and owner = ${owner} and state = 'waiting' returning webhook_id)
        update webhooks set
          failing_since = case when ${problem === null} then null else coalesce(failing_since, now()) end,
          delivered_at = case when ${problem === null} then now() else delivered_at end
        from tried where webhooks.id = tried.webhook_id returning webhooks.id`.execute(db);
      return rows.length > 0;
    },
    forgetOld: async (afterMs) => {
      await sql`
        delete from webhook_deliveries
        where state <> 'waiting' and settled_at < now() - make_interval(secs => ${afterMs / 1000})`.execute(db);
    },
  };
}

function asDelivery(row: Selectable<Tables['webhook_deliveries']>): Delivery {
  return {
    id: row.id,
    webhookId: row.webhook_id,
    event: deliveredEventSchema.parse(row.event),
    data: webhookDataSchema.parse(row.data),
    state: z.enum(['waiting', 'delivered', 'failed']).parse(row.state),
    attempts: row.attempts,
    madeAt: row.made_at,
    dueAt: row.due_at,
    settledAt: row.settled_at,
    status: row.status,
    problem: deliveryProblemSchema.nullable().parse(row.problem),
    tookMs: row.took_ms,
  };
}
