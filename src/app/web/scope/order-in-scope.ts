import { LiasseFailure } from '#domain/failure.ts';
import { isOfTeam } from '#domain/principal.ts';
import { isOpen } from '#domain/translation-order.ts';
import type { TranslationOrder } from '#ports/translations.ts';
import type { Seat } from '../seat.ts';

/** The order, if it is of a case of their teams. Throws `not-found`. */
export async function orderInScope({ keeping, principal }: Seat, orderId: string): Promise<TranslationOrder> {
  const order = await keeping.translations.find(orderId);
  if (order === undefined || !isOfTeam(principal, order.teamId)) throw new LiasseFailure('not-found');
  return order;
}

/**
 * The order, if it is theirs to translate: what was taken from them, accepted or cancelled is not there any more. Throws `not-found`. Nobody else
 * translates in a translator's name, an administrator neither.
 */
export async function ownOrder({ keeping, principal }: Seat, orderId: string): Promise<TranslationOrder> {
  const order = await keeping.translations.find(orderId);
  const isTheirs = order !== undefined && order.translatorId === principal.personId && isOpen(order.state);
  if (!isTheirs) throw new LiasseFailure('not-found');
  return order;
}
