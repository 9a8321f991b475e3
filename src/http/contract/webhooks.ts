import { z } from 'zod';
import {
  deliveredEventSchema,
  deliveryProblemSchema,
  disabledBecauseSchema,
  webhookDataSchema,
  webhookEventSchema,
} from '#domain/webhooks.ts';
import { idSchema, momentSchema } from './answers.ts';

const eventsSchema = z.array(webhookEventSchema).min(1).max(webhookEventSchema.options.length).readonly();

export const webhookSchema = z
  .object({
    id: idSchema,
    url: z.string(),
    events: eventsSchema,
    madeAt: momentSchema,
    disabledAt: momentSchema.nullable(),
    disabledBecause: disabledBecauseSchema.nullable(),
    failingSince: momentSchema.nullable().describe('Since when no try got through; null when the last one did.'),
    deliveredAt: momentSchema.nullable(),
  })
  .meta({ id: 'Webhook' });
export type WebhookRow = z.infer<typeof webhookSchema>;
export const webhookListSchema = z.object({ webhooks: z.array(webhookSchema) }).meta({ id: 'Webhooks' });

export const webhookBodySchema = z
  .object({ url: z.string().trim().min(1).max(2000), events: eventsSchema })
  .meta({ id: 'AddWebhook' });
export const changeWebhookBodySchema = z
  .object({ events: eventsSchema.optional(), isEnabled: z.boolean().optional() })
  .meta({ id: 'ChangeWebhook' });
export const madeWebhookSchema = z
  .object({
    ...webhookSchema.shape,
    secret: z.string().describe('Shown once. Deliveries are signed by it as standardwebhooks.com says.'),
  })
  .meta({ id: 'MadeWebhook' });

export const deliverySchema = z
  .object({
    id: idSchema.describe('The header webhook-id, the same at every try.'),
    webhookId: idSchema,
    event: deliveredEventSchema,
    data: webhookDataSchema,
    state: z.enum(['waiting', 'delivered', 'failed']),
    attempts: z.number().int(),
    madeAt: momentSchema,
    dueAt: momentSchema,
    settledAt: momentSchema.nullable(),
    status: z.number().int().nullable().describe('What the last try answered.'),
    problem: deliveryProblemSchema.nullable(),
    tookMs: z.number().int().nullable(),
  })
  .meta({ id: 'Delivery' });
export type DeliveryRow = z.infer<typeof deliverySchema>;
export const deliveryListSchema = z.object({ deliveries: z.array(deliverySchema) }).meta({ id: 'Deliveries' });
