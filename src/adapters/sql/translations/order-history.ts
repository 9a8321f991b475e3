import { z } from 'zod';
import { orderEventKindSchema, WORKING_STATES } from '#domain/translation-order.ts';
import type { OrderEvent, TranslationStore } from '#ports/translations.ts';
import type { Sealer } from '#ports/vault.ts';
import type { AuditTrail } from '../audit/audit-trail.ts';
import { openJson } from '../json-seal.ts';
import type { Database } from '../open-database.ts';
import { asOrder, findOrder, IN_ORDER, selectOrders } from './order-row.ts';

type History = Pick<TranslationStore, 'history' | 'declinedBy' | 'waiting' | 'working' | 'remind'>;

/** What happened to orders, and reminders, which are a part of it. */
export function createOrderHistory(
  db: Database,
  sealer: (caseId: string) => Promise<Sealer>,
  trail: Pick<AuditTrail, 'actor'>,
): History {
  return {
    history: async (id) => {
      const order = await findOrder(db, id);
      if (order === undefined) return [];
      const rows = await db
        .selectFrom('translation_events')
        .selectAll()
        .where('order_id', '=', id)
        .orderBy('seq')
        .execute();
      const opener = await sealer(order.caseId);
      return rows.map(({ at, kind, actor, person, code, text }): OrderEvent => {
        const written = text === null ? null : z.string().parse(openJson(opener, text));
        return { ...{ at, actor, person, code, text: written }, kind: orderEventKindSchema.parse(kind) };
      });
    },
    declinedBy: async (id) => {
      const rows = await db
        .selectFrom('translation_events')
        .select('actor')
        .distinct()
        .where('order_id', '=', id)
        .where('kind', '=', 'declined')
        .execute();
      return rows.map(({ actor }) => actor);
    },
    waiting: async () =>
      (
        await selectOrders(db)
          .where('orders.state', '=', 'to-assign')
          .where('cases.state', '=', 'open')
          .orderBy(IN_ORDER)
          .execute()
      ).map(asOrder),
    working: async () =>
      (
        await selectOrders(db)
          .where('orders.state', 'in', [...WORKING_STATES])
          .orderBy(IN_ORDER)
          .execute()
      ).map(asOrder),
    remind: (id, day) =>
      db.transaction().execute(async (within) => {
        const told = await within
          .updateTable('translation_orders')
          .set({ reminded_on: day })
          .where('id', '=', id)
          .where('state', 'in', [...WORKING_STATES])
          .where((where) => where.or([where('reminded_on', 'is', null), where('reminded_on', '<', day)]))
          .returning('id')
          .executeTakeFirst();
        if (told === undefined) return false;
        const event = { order_id: id, kind: 'reminded', actor: trail.actor, code: day };
        await within.insertInto('translation_events').values(event).execute();
        return true;
      }),
  };
}
