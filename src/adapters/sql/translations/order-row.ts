import { type Kysely, type SelectQueryBuilder, sql } from 'kysely';
import { z } from 'zod';
import { cancelReasonSchema, noTranslatorSchema, orderStateSchema } from '#domain/translation-order.ts';
import type { TranslationOrder } from '#ports/translations.ts';
import type { Tables } from '../tables.ts';

/** Orders with the team whose case it is. */
export function selectOrders(db: Kysely<Tables>) {
  return db
    .selectFrom('translation_orders as orders')
    .innerJoin('cases', 'cases.id', 'orders.case_id')
    .selectAll('orders')
    .select('cases.team_id');
}

type Row =
  ReturnType<typeof selectOrders> extends SelectQueryBuilder<infer _DB, infer _T, infer Output> ? Output : never;

const becauseSchema = z.union([noTranslatorSchema, cancelReasonSchema]).nullable();

export function asOrder(row: Row): TranslationOrder {
  return {
    ...{ id: row.id, caseId: row.case_id, teamId: row.team_id, fileId: row.file_id, document: row.document },
    pages: { from: row.page_from, to: row.page_to },
    ...{ type: row.type, language: row.language, into: row.target, isSworn: row.is_sworn, isUrgent: row.is_urgent },
    ...{ rule: row.rule, state: orderStateSchema.parse(row.state), because: becauseSchema.parse(row.because) },
    ...{ translatorId: row.translator_id, dueOn: row.due_on, madeAt: row.made_at, askedAt: row.asked_at },
    ...{ deliveredAt: row.delivered_at, settledAt: row.settled_at, sentBack: row.sent_back },
    ...{ remindedOn: row.reminded_on, deliveryId: row.delivery_id },
    ...{ translationFile: row.translation_file, filedAt: row.filed_at },
  };
}

export async function findOrder(db: Kysely<Tables>, id: string): Promise<TranslationOrder | undefined> {
  const row = await selectOrders(db).where('orders.id', '=', id).executeTakeFirst();
  return row === undefined ? undefined : asOrder(row);
}

/** The most urgent first; what is settled after what is open. */
export const IN_ORDER = sql`orders.state in ('accepted', 'cancelled'), orders.due_on, orders.made_at, orders.id`;
