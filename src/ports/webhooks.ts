import type { DeliveredEvent, DeliveryProblem, DisabledBecause, WebhookData, WebhookEvent } from '#domain/webhooks.ts';

/** An address that is told of what happens. */
export interface Webhook {
  readonly id: string;
  readonly url: string;
  readonly events: readonly WebhookEvent[];
  readonly madeAt: Date;
  readonly disabledAt: Date | null;
  readonly disabledBecause: DisabledBecause | null;
  /** Since when nothing got through; null when the last thing did. */
  readonly failingSince: Date | null;
  readonly deliveredAt: Date | null;
}

/** `waiting`: to be tried, perhaps later or by somebody just now. */
export type DeliveryState = 'waiting' | 'delivered' | 'failed';

/** One thing that is told to one webhook. */
export interface Delivery {
  readonly id: string;
  readonly webhookId: string;
  readonly event: DeliveredEvent;
  readonly data: WebhookData;
  readonly state: DeliveryState;
  readonly attempts: number;
  readonly madeAt: Date;
  readonly dueAt: Date;
  readonly settledAt: Date | null;
  /** Of the last try. */
  readonly status: number | null;
  readonly problem: DeliveryProblem | null;
  readonly tookMs: number | null;
}

/** A delivery to be tried now, with where to and the secret it is signed by. */
export interface ClaimedDelivery extends Pick<Delivery, 'id' | 'webhookId' | 'event' | 'data' | 'attempts' | 'madeAt'> {
  readonly url: string;
  readonly secret: string;
}

/** How a try went: `problem` null means delivered; `afterMs` undefined means that it was the last try. */
export interface TriedDelivery {
  readonly status: number | null;
  readonly problem: DeliveryProblem | null;
  readonly tookMs: number;
  readonly afterMs: number | undefined;
}

/** Webhooks and what is delivered to them. Rows for what happens are written by the database itself, in the transaction in which it happens. */
export interface WebhookStore {
  /** The oldest first. */
  all(): Promise<Webhook[]>;
  add(webhook: Pick<Webhook, 'url' | 'events'>, secret: string): Promise<Webhook>;
  /** Undefined when there is no such webhook. Enabled again, it is as if it had never failed; disabled, what waits is given up. */
  change(
    id: string,
    changes: { readonly events?: readonly WebhookEvent[] | undefined; readonly isEnabled?: boolean | undefined },
  ): Promise<Webhook | undefined>;
  /** Whether it was there; its deliveries go with it. */
  remove(id: string): Promise<boolean>;
  /** The newest first. */
  deliveries(webhookId: string, limit: number): Promise<Delivery[]>;
  /** Adds a test that is due at once; its id. Undefined when there is no such webhook. */
  ping(webhookId: string): Promise<string | undefined>;
  /** Has it tried once more from now on, whatever became of it; whether it is there and nobody is trying it just now. */
  redeliver(webhookId: string, deliveryId: string): Promise<boolean>;
  delivery(id: string): Promise<Delivery | undefined>;
  /** Takes deliveries that are due, those of all webhooks in turn, or this one alone. Nobody else gets them before the lease is over. */
  claim(
    owner: string,
    options: { readonly leaseMs: number; readonly limit: number; readonly only?: string },
  ): Promise<ClaimedDelivery[]>;
  /** Notes how a try went; false when the lease was over and somebody else has it. */
  settle(id: string, owner: string, tried: TriedDelivery): Promise<boolean>;
  /** Disables what nothing got through to for so long; their ids. */
  disableFailing(forMs: number): Promise<string[]>;
  /** Takes out what was settled so long ago. */
  forgetOld(afterMs: number): Promise<void>;
}
