import { asFailure } from '#domain/failure.ts';
import { isOpen } from '#domain/translation-order.ts';
import type { Web } from '../open-web.ts';
import type { Seat } from '../seat.ts';
import type { Told } from './change-feed.ts';

/** What a translator's open page is told: that one of their orders changed, came or went. Nothing of its case. */
export interface OwnOrderEvent {
  readonly kind: 'order-changed';
  readonly orderId: string;
}

/** Tells of the orders that are theirs, and of those that were a moment ago, from when it resolves until it is stopped. */
export async function followOwnOrders(
  web: Pick<Web, 'feed'>,
  { keeping, principal }: Seat,
  onEvent: (event: OwnOrderEvent) => void,
): Promise<() => void> {
  const theirs = new Set<string>();
  const look = async ({ subject: orderId }: Told): Promise<void> => {
    const order = await keeping.translations.find(orderId);
    const isTheirs = order !== undefined && order.translatorId === principal.personId && isOpen(order.state);
    const wasTheirs = theirs.has(orderId);
    if (isTheirs) theirs.add(orderId);
    else theirs.delete(orderId);
    if (isTheirs || wasTheirs) onEvent({ kind: 'order-changed', orderId });
  };
  // One after the other: what came first is told first. A database that is away comes back, and the page asks again then.
  let looking: Promise<unknown> = Promise.resolve();
  const stop = await web.feed.listen((change) => {
    if (change.kind === 'order-changed') looking = looking.then(() => look(change)).catch(asFailure);
  });
  for (const { id, state } of await keeping.translations.ofTranslator(principal.personId))
    if (isOpen(state)) theirs.add(id);
  return stop;
}
