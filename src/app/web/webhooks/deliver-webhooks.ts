import { randomUUID } from 'node:crypto';
import { createWebhookSender } from '#adapters/webhooks/create-webhook-sender.ts';
import { repeat } from '#adapters/work-upkeep/repeat.ts';
import type { LiasseFailure } from '#domain/failure.ts';
import { nextTryMs } from '#domain/webhooks.ts';
import type { ClaimedDelivery, WebhookStore } from '#ports/webhooks.ts';
import { webhookHosts } from '../../config.ts';
import { LIASSE_VERSION } from '../../liasse-version.ts';

export interface DeliverOptions {
  readonly allowedHosts?: readonly string[];
  readonly timeoutMs?: number;
  readonly everyMs?: number;
  readonly now?: () => number;
  readonly onTrouble?: (failure: LiasseFailure) => void;
}

/** Delivers what is due until it is closed. */
export interface Deliveries {
  /** Tries this one at once, unless somebody else is at it. */
  deliver(id: string): Promise<void>;
  /** What is under way is broken off and tried again by whoever comes next. */
  close(): Promise<void>;
}

const EVERY_MS = 2_000;
const LEASE_MS = 60_000;
const AT_ONCE = 8;
const DISABLED_AFTER_MS = 3 * 24 * 3_600_000;
const KEPT_MS = 30 * 24 * 3_600_000;
const TIDY_EVERY_MS = 10 * 60_000;

/**
 * Tells webhooks what is due, beside whatever other processes do the same: the rows are the truth, a lease keeps two from trying one. Nothing goes out
 * while nobody registered an address.
 */
export function startDeliveries(store: WebhookStore, options: DeliverOptions = {}): Deliveries {
  const { allowedHosts = webhookHosts(), timeoutMs, everyMs = EVERY_MS, now = Date.now } = options;
  const { onTrouble = () => undefined } = options;
  const owner = randomUUID();
  const ending = new AbortController();
  const send = createWebhookSender({
    ...{ allowedHosts, version: LIASSE_VERSION },
    ...(timeoutMs === undefined ? {} : { timeoutMs }),
  });
  let tidiedAt = Number.NEGATIVE_INFINITY;

  const tryOne = async (delivery: ClaimedDelivery): Promise<void> => {
    const { id, event, attempts, madeAt } = delivery;
    const sent = await send(delivery, ending.signal);
    // Broken off: the lease ends by itself.
    if (ending.signal.aborted && sent.problem !== null) return;
    const afterMs = nextTryMs({ event, attempts, ageMs: now() - madeAt.getTime() });
    await store.settle(id, owner, { ...sent, afterMs });
  };

  const tryDue = async (): Promise<void> => {
    for (;;) {
      const claimed = await store.claim(owner, { leaseMs: LEASE_MS, limit: AT_ONCE });
      await Promise.all(claimed.map(tryOne));
      if (claimed.length < AT_ONCE || ending.signal.aborted) break;
    }
    if (performance.now() - tidiedAt < TIDY_EVERY_MS) return;
    tidiedAt = performance.now();
    await store.disableFailing(DISABLED_AFTER_MS);
    await store.forgetOld(KEPT_MS);
  };

  const repeating = repeat(tryDue, { everyMs, signal: ending.signal, onTrouble });
  return {
    deliver: async (id) => {
      const claimed = await store.claim(owner, { leaseMs: LEASE_MS, limit: 1, only: id });
      await Promise.all(claimed.map(tryOne));
    },
    close: async () => {
      ending.abort();
      await repeating;
    },
  };
}
