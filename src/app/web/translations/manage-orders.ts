import { assignTranslator } from '#casework/routing/assign-translator.ts';
import { LiasseFailure } from '#domain/failure.ts';
import { isSwornOn } from '#domain/translator.ts';
import type { OrderEvent, TranslationOrder } from '#ports/translations.ts';
import type { Keeping } from '../../keeping/open-keeping.ts';
import { today } from '../../today.ts';
import { fileTranslation } from '../../translations/file-translation.ts';
import { keyOf } from '../../translations/route-case.ts';
import type { Web } from '../open-web.ts';
import { orderInScope } from '../scope/order-in-scope.ts';
import type { Seat } from '../seat.ts';
import { rowNames } from './list-orders.ts';
import { type OrderRow, orderRow } from './order-rows.ts';
import { type BothSides, bothSides } from './order-side.ts';

/** An order as advisers look into it. */
export interface OrderView extends BothSides {
  readonly order: OrderRow;
  readonly history: readonly (Omit<OrderEvent, 'at' | 'actor' | 'person'> & {
    readonly at: string;
    /** Names; null for what Liasse did by itself, or concerns nobody. */
    readonly by: string | null;
    readonly person: string | null;
  })[];
}

/** Throws `not-found`. */
export async function readOrder(web: Web, seat: Seat, orderId: string): Promise<OrderView> {
  const { keeping } = seat;
  const order = await orderInScope(seat, orderId);
  const names = await rowNames(web, seat, [order]);
  const [sides, history] = await Promise.all([sidesOf(keeping, order), keeping.translations.history(orderId)]);
  await seat.noteView('document-viewed', keyOf(order));
  return {
    ...sides,
    order: orderRow(order, names),
    history: history.map(({ at, actor, person, ...event }) => ({
      ...event,
      at: at.toISOString(),
      by: names.people.get(actor) ?? null,
      person: person === null ? null : (names.people.get(person) ?? null),
    })),
  };
}

/** Of an order whose paper is gone, the rest can still be looked at. */
async function sidesOf(keeping: Keeping, order: TranslationOrder): Promise<BothSides> {
  try {
    return await bothSides(keeping, order, 'adviser');
  } catch (error) {
    if (error instanceof LiasseFailure && error.code === 'not-found') return { original: [], upload: null };
    throw error;
  }
}

export interface AssignInput {
  readonly translatorId: string;
  readonly dueOn?: string | undefined;
  readonly isSworn?: boolean | undefined;
  /** What it is in, where Liasse could not tell. */
  readonly language?: string | undefined;
}

/** Asks somebody, or somebody else. Who is absent or busy may still be chosen: that is what a person is for. Throws `translator-unfit`, `order-moved-on`. */
export async function assignOrder(web: Web, seat: Seat, input: AssignInput & { orderId: string }): Promise<OrderRow> {
  const { orderId, translatorId, dueOn, isSworn, language } = input;
  const before = await orderInScope(seat, orderId);
  await checkFits(seat, translatorId, { ...before, ...given({ dueOn, isSworn, language }) });
  return changed(web, seat, orderId, {
    act: 'assign',
    assignment: { personId: translatorId },
    ...given({ dueOn, isSworn, language }),
  });
}

/** Sworn where that is asked for, and for these languages as far as they are known. */
export async function checkFits(
  { keeping }: Seat,
  translatorId: string,
  { language, into, isSworn, dueOn }: Pick<TranslationOrder, 'language' | 'into' | 'isSworn' | 'dueOn'>,
): Promise<void> {
  const profile = (await keeping.translations.atWork()).find(({ personId }) => personId === translatorId)?.profile;
  const isFit =
    profile !== undefined &&
    (!isSworn || isSwornOn(profile, dueOn)) &&
    (language === null || profile.pairs.some((pair) => pair.from === language && pair.to === into));
  if (!isFit) throw new LiasseFailure('translator-unfit');
}

/** The translation goes into the case beside its original, and the case is judged again. Throws `not-found`, `order-moved-on`. */
export async function acceptOrder(web: Web, seat: Seat, orderId: string): Promise<OrderRow> {
  const order = await orderInScope(seat, orderId);
  // Accepted before a crash: what is left is filing it.
  if (order.state !== 'accepted') await seat.keeping.translations.act(orderId, { act: 'accept' });
  const accepted = await orderInScope(seat, orderId);
  if (accepted.filedAt !== null && order.state === 'accepted') throw new LiasseFailure('order-moved-on');
  await fileTranslation(seat.keeping, accepted);
  return rowOf(web, seat, await orderInScope(seat, orderId));
}

/** Throws `not-found`, `order-moved-on`. */
export async function sendBackOrder(
  web: Web,
  seat: Seat,
  {
    orderId,
    reason,
    dueOn,
  }: { readonly orderId: string; readonly reason: string; readonly dueOn?: string | undefined },
): Promise<OrderRow> {
  await orderInScope(seat, orderId);
  return changed(web, seat, orderId, { act: 'send-back', text: reason, ...given({ dueOn }) });
}

/** Throws `not-found`, `order-moved-on`. */
export async function cancelOrder(web: Web, seat: Seat, orderId: string): Promise<OrderRow> {
  await orderInScope(seat, orderId);
  return changed(web, seat, orderId, { act: 'cancel', because: 'by-hand' });
}

/** Lets the rules choose somebody once more, after translators changed. Throws `not-found`, `order-moved-on`. */
export async function chooseAgain(web: Web, seat: Seat, orderId: string): Promise<OrderRow> {
  const order = await orderInScope(seat, orderId);
  const { translations } = seat.keeping;
  const declinedBy = await translations.declinedBy(orderId);
  const wanted = { ...order, nobody: 'person', asOf: today(), declinedBy } as const;
  const assignment = assignTranslator(wanted, await translations.atWork());
  const act = assignment.personId === null ? 'set-aside' : 'assign';
  return changed(web, seat, orderId, { act, assignment });
}

async function changed(
  web: Web,
  seat: Seat,
  ...[orderId, change]: Parameters<Keeping['translations']['act']>
): Promise<OrderRow> {
  return rowOf(web, seat, await seat.keeping.translations.act(orderId, change));
}

export async function rowOf(web: Web, seat: Seat, order: TranslationOrder): Promise<OrderRow> {
  return orderRow(order, await rowNames(web, seat, [order]));
}

type Given<Input> = { [Key in keyof Input]?: Exclude<Input[Key], undefined> };

/** What is given, and nothing in place of what is not. */
function given<Input extends object>(input: Input): Given<Input> {
  const result: Given<Input> = {};
  for (const key in input) if (input[key] !== undefined) Object.assign(result, { [key]: input[key] });
  return result;
}
