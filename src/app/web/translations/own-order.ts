import { assignTranslator } from '#casework/routing/assign-translator.ts';
import { LiasseFailure } from '#domain/failure.ts';
import type { TranslationOrder } from '#ports/translations.ts';
import type { Keeping } from '../../keeping/open-keeping.ts';
import { today } from '../../today.ts';
import { nobodyOf } from '../../translations/assign-waiting.ts';
import { keyOf } from '../../translations/route-case.ts';
import type { Web } from '../open-web.ts';
import { ownOrder } from '../scope/order-in-scope.ts';
import type { Seat } from '../seat.ts';
import { type OrderFacts, orderFacts } from './order-rows.ts';
import { type BothSides, bothSides } from './order-side.ts';

/** An order as its translator has it before them. */
export interface OwnOrder extends BothSides {
  readonly order: OrderFacts;
  /** Why it was sent back last; null when it was not. */
  readonly sentBackBecause: string | null;
}

/** Throws `not-found`. */
export async function readOwnOrder(web: Web, seat: Seat, orderId: string): Promise<OwnOrder> {
  const order = await ownOrder(seat, orderId);
  const sides = await bothSides(seat.keeping, order, 'translator');
  await seat.noteView('document-viewed', keyOf(order));
  return { ...sides, order: await factsOf(web, order), sentBackBecause: await lastReason(seat.keeping, order) };
}

/** Throws `not-found`, `order-moved-on`. */
export async function takeOrder(web: Web, seat: Seat, orderId: string): Promise<OrderFacts> {
  await ownOrder(seat, orderId);
  return factsOf(web, await seat.keeping.translations.act(orderId, { act: 'take' }));
}

/** Gives it back: somebody else is asked, or a person has to choose. Throws `not-found`, `order-moved-on`. */
export async function declineOrder(
  web: Web,
  seat: Seat,
  { orderId, reason }: { readonly orderId: string; readonly reason: string },
): Promise<void> {
  const order = await ownOrder(seat, orderId);
  const { translations } = seat.keeping;
  const declinedBy = [...(await translations.declinedBy(orderId)), seat.principal.personId];
  const assignment = assignTranslator(
    { ...order, nobody: nobodyOf(order, (await web.knowledge()).routing), asOf: today(), declinedBy },
    await translations.atWork(),
  );
  const isSworn = assignment.personId === null ? order.isSworn : assignment.isSworn;
  await translations.act(orderId, { act: 'decline', assignment, isSworn, text: reason });
}

/** Delivers what was uploaded last. Throws `upload-missing`, `upload-not-read`, `remark-needed` where something differs, `order-moved-on`. */
export async function deliverOrder(
  web: Web,
  seat: Seat,
  { orderId, remark }: { readonly orderId: string; readonly remark: string | null },
): Promise<OrderFacts> {
  await ownOrder(seat, orderId);
  const { translations } = seat.keeping;
  const delivery = await translations.delivery(orderId);
  if (delivery === undefined || delivery.deliveredAt !== null) throw new LiasseFailure('upload-missing');
  if (delivery.state === 'waiting') throw new LiasseFailure('upload-not-read');
  const isSilent = remark === null || remark.trim() === '';
  const differs = delivery.state === 'failed' || (delivery.content?.differences.length ?? 0) > 0;
  if (differs && isSilent) throw new LiasseFailure('remark-needed');
  const change = { act: 'deliver', deliveryId: delivery.id, text: isSilent ? null : remark } as const;
  return factsOf(web, await translations.act(orderId, change));
}

async function factsOf({ knowledge }: Pick<Web, 'knowledge'>, order: TranslationOrder): Promise<OrderFacts> {
  return orderFacts(order, (await knowledge()).pipeline);
}

async function lastReason({ translations }: Keeping, { id, state }: TranslationOrder): Promise<string | null> {
  if (state !== 'sent-back') return null;
  return (await translations.history(id)).findLast(({ kind }) => kind === 'sent-back')?.text ?? null;
}
