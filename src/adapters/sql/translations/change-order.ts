import { sql, type Transaction } from 'kysely';
import { LiasseFailure } from '#domain/failure.ts';
import { mayAct, type OrderAct, type OrderEventKind, type OrderState } from '#domain/translation-order.ts';
import type { OrderAssignment, OrderChange, TranslationOrder } from '#ports/translations.ts';
import type { Sealer } from '#ports/vault.ts';
import { sealJson } from '../json-seal.ts';
import type { Tables } from '../tables.ts';
import { findOrder } from './order-row.ts';

/** Columns that say who is asked, or why nobody is. */
export function assignmentColumns(assignment: OrderAssignment) {
  return assignment.personId === null
    ? { state: 'to-assign', translator_id: null, because: assignment.because, asked_at: null, reminded_on: null }
    : {
        state: 'asked',
        translator_id: assignment.personId,
        because: null,
        asked_at: sql<Date>`now()`,
        reminded_on: null,
      };
}

const EVENTS: Readonly<Record<OrderAct, OrderEventKind>> = {
  assign: 'assigned',
  'set-aside': 'left-open',
  take: 'taken',
  decline: 'declined',
  upload: 'uploaded',
  deliver: 'delivered',
  accept: 'accepted',
  'send-back': 'sent-back',
  cancel: 'cancelled',
};

interface Change {
  readonly id: string;
  readonly change: OrderChange;
  readonly actor: string;
  /** Of the case: keys are asked for before the transaction, which may have the only connection. */
  readonly sealer: Sealer;
}

/** One act within a transaction, with its line of the history. Throws `not-found`, `order-moved-on`. */
export async function changeOrder(
  within: Transaction<Tables>,
  { id, change, actor, sealer }: Change,
): Promise<TranslationOrder> {
  await within.selectFrom('translation_orders').select('id').where('id', '=', id).forUpdate().execute();
  const before = await findOrder(within, id);
  if (before === undefined) throw new LiasseFailure('not-found');
  const { onlyFrom = before.state } = change;
  if (onlyFrom !== before.state || !mayAct(before.state, change.act))
    throw new LiasseFailure('order-moved-on', before.state);
  await within
    .updateTable('translation_orders')
    .set({ ...columnsOf(change, before), ...termsOf(change) })
    .where('id', '=', id)
    .execute();
  const { text = null, assignment, deliveryId } = change;
  const sealed = text === null ? null : sealJson(sealer, text);
  if (deliveryId !== undefined) await deliver(within, deliveryId, sealed);
  await within
    .insertInto('translation_events')
    .values({
      ...{ order_id: id, kind: EVENTS[change.act], actor },
      person: assignment?.personId ?? null,
      code: change.because ?? (assignment?.personId === null ? assignment.because : null),
      text: sealed,
    })
    .execute();
  const after = await findOrder(within, id);
  if (after === undefined) throw new LiasseFailure('not-found');
  return after;
}

/** Throws `upload-missing` when another upload took its place meanwhile. */
async function deliver(within: Transaction<Tables>, deliveryId: string, remark: Buffer | null): Promise<void> {
  const delivered = await within
    .updateTable('translation_deliveries')
    .set({ delivered_at: sql`now()`, remark })
    .where('id', '=', deliveryId)
    .where('delivered_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  if (delivered === undefined) throw new LiasseFailure('upload-missing');
}

function columnsOf({ act, assignment, because, deliveryId }: OrderChange, before: TranslationOrder) {
  const state = (next: OrderState) => ({ state: next });
  const now = sql<Date>`now()`;
  switch (act) {
    case 'assign':
    case 'set-aside':
    case 'decline':
      return assignment === undefined ? {} : assignmentColumns(assignment);
    case 'take':
      return state('taken');
    case 'upload':
      return state(before.state);
    case 'deliver':
      return { ...state('delivered'), delivered_at: now, delivery_id: deliveryId ?? null };
    case 'accept':
      return { ...state('accepted'), settled_at: now };
    case 'send-back':
      return { ...state('sent-back'), sent_back: before.sentBack + 1, reminded_on: null };
    case 'cancel':
      return { ...state('cancelled'), settled_at: now, because: because ?? 'by-hand' };
  }
}

function termsOf({ dueOn, isSworn, language }: OrderChange) {
  return {
    ...(dueOn === undefined ? {} : { due_on: dueOn }),
    ...(isSworn === undefined ? {} : { is_sworn: isSworn }),
    ...(language === undefined ? {} : { language }),
  };
}
