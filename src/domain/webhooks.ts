import { z } from 'zod';

/** What a webhook can be told of. */
export const webhookEventSchema = z.enum([
  'file-settled',
  'document-judged',
  'case-judged',
  'case-changed',
  'translation-ordered',
  'translation-delivered',
  'translation-accepted',
]);
export type WebhookEvent = z.infer<typeof webhookEventSchema>;

/** What is delivered: one of these, or a test that somebody asked for. */
export const deliveredEventSchema = z.enum([...webhookEventSchema.options, 'ping']);
export type DeliveredEvent = z.infer<typeof deliveredEventSchema>;

/** Ids, codes and counts: no text and no name has room in it. */
const codeSchema = z.string().regex(/^[A-Za-z0-9_:.+-]{1,128}$/);
export const webhookDataSchema = z.record(
  codeSchema,
  z.union([codeSchema, z.number().int(), z.boolean(), z.null(), z.array(codeSchema)]),
);
export type WebhookData = z.infer<typeof webhookDataSchema>;

/** How a try went. `status`: it answered something else than 2xx; `private`: the address is one of an inner network, which has to be allowed. */
export const deliveryProblemSchema = z.enum(['status', 'late', 'unreachable', 'private', 'certificate', 'disabled']);
export type DeliveryProblem = z.infer<typeof deliveryProblemSchema>;

/** `failing`: nothing could be delivered for days. `restored`: it came with a backup, and the installation it was made by may still be there. */
export const disabledBecauseSchema = z.enum(['person', 'failing', 'restored']);
export type DisabledBecause = z.infer<typeof disabledBecauseSchema>;

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const PAUSES_MS = [
  ...[0.5, 2, 10, 30].map((minutes) => minutes * MINUTE_MS),
  ...[1, 2, 4, 6].map((hours) => hours * HOUR_MS),
] as const;
const TRIED_FOR_MS = 24 * HOUR_MS;

/** When a delivery that failed so many times is tried again, in milliseconds from now; undefined when a day is over, and at once for a test. */
export function nextTryMs({
  event,
  attempts,
  ageMs,
}: {
  readonly event: DeliveredEvent;
  readonly attempts: number;
  readonly ageMs: number;
}): number | undefined {
  const pauseMs = PAUSES_MS[Math.min(attempts, PAUSES_MS.length) - 1];
  if (event === 'ping' || pauseMs === undefined || ageMs + pauseMs > TRIED_FOR_MS) return undefined;
  return pauseMs;
}
