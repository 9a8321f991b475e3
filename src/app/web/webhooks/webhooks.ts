import { isWebhookUrl } from '#adapters/webhooks/create-webhook-sender.ts';
import { makeWebhookSecret } from '#adapters/webhooks/sign-delivery.ts';
import { LiasseFailure } from '#domain/failure.ts';
import type { WebhookEvent } from '#domain/webhooks.ts';
import type { Delivery, Webhook } from '#ports/webhooks.ts';
import { webhookHosts } from '../../config.ts';
import type { Web } from '../open-web.ts';
import type { Seat } from '../seat.ts';

type Written<Thing> = {
  readonly [Key in keyof Thing]: Thing[Key] extends Date
    ? string
    : Thing[Key] extends Date | null
      ? string | null
      : Thing[Key];
};
export type WebhookRow = Written<Webhook>;
export type DeliveryRow = Written<Delivery>;

const SHOWN = 100;

export async function listWebhooks({ keeping }: Seat): Promise<WebhookRow[]> {
  return (await keeping.webhooks.all()).map(asRow);
}

/** An address from now on told of what happens, and the secret its deliveries are signed by, shown once. Throws `webhook-address-wrong`. */
export async function addWebhook(
  { keeping }: Seat,
  { url, events }: { readonly url: string; readonly events: readonly WebhookEvent[] },
): Promise<WebhookRow & { readonly secret: string }> {
  if (!isWebhookUrl(url, webhookHosts())) throw new LiasseFailure('webhook-address-wrong');
  const secret = makeWebhookSecret();
  return { ...asRow(await keeping.webhooks.add({ url, events: [...new Set(events)] }, secret)), secret };
}

/** Throws `not-found`. */
export async function changeWebhook(
  { keeping }: Seat,
  id: string,
  changes: { readonly events?: readonly WebhookEvent[] | undefined; readonly isEnabled?: boolean | undefined },
): Promise<WebhookRow> {
  return asRow(found(await keeping.webhooks.change(id, changes)));
}

/** Throws `not-found`. */
export async function removeWebhook({ keeping }: Seat, id: string): Promise<void> {
  if (!(await keeping.webhooks.remove(id))) throw new LiasseFailure('not-found');
}

/** The newest first. Throws `not-found`. */
export async function listDeliveries({ keeping }: Seat, webhookId: string): Promise<DeliveryRow[]> {
  await checkWebhook(keeping, webhookId);
  return (await keeping.webhooks.deliveries(webhookId, SHOWN)).map(asDeliveryRow);
}

/** Sends a test at once and says how it went. Throws `not-found`. */
export async function pingWebhook(web: Web, { keeping }: Seat, webhookId: string): Promise<DeliveryRow> {
  const id = found(await keeping.webhooks.ping(webhookId));
  await web.deliveries.deliver(id);
  return asDeliveryRow(found(await keeping.webhooks.delivery(id)));
}

/** Sends once more what was sent, or could not be, and says how it went. Throws `not-found`. */
export async function redeliver(
  web: Web,
  { keeping }: Seat,
  { webhookId, deliveryId }: { readonly webhookId: string; readonly deliveryId: string },
): Promise<DeliveryRow> {
  if (!(await keeping.webhooks.redeliver(webhookId, deliveryId))) throw new LiasseFailure('not-found');
  await web.deliveries.deliver(deliveryId);
  return asDeliveryRow(found(await keeping.webhooks.delivery(deliveryId)));
}

async function checkWebhook({ webhooks }: Seat['keeping'], id: string): Promise<void> {
  found((await webhooks.all()).find((webhook) => webhook.id === id));
}

function found<Thing>(thing: Thing | undefined): Thing {
  if (thing === undefined) throw new LiasseFailure('not-found');
  return thing;
}

function asRow({ madeAt, disabledAt, failingSince, deliveredAt, ...rest }: Webhook): WebhookRow {
  return {
    ...rest,
    ...{ madeAt: madeAt.toISOString(), disabledAt: disabledAt?.toISOString() ?? null },
    ...{ failingSince: failingSince?.toISOString() ?? null, deliveredAt: deliveredAt?.toISOString() ?? null },
  };
}

function asDeliveryRow({ madeAt, dueAt, settledAt, ...rest }: Delivery): DeliveryRow {
  return {
    ...rest,
    ...{ madeAt: madeAt.toISOString(), dueAt: dueAt.toISOString(), settledAt: settledAt?.toISOString() ?? null },
  };
}
