import { z } from 'zod';
import { failureCodeSchema } from '#domain/failure.ts';
import { limitsSchema } from '#domain/limits.ts';
import { telemetryEventSchema } from '#ports/telemetry.ts';
import { ENGINES } from '../../choose-recognizer.ts';

/** What the server tells the process that works beside it. */
export const orderSchema = z.discriminatedUnion('order', [
  z.object({
    order: z.literal('work'),
    how: z.object({
      pipelineId: z.string(),
      concurrency: z.number().int(),
      workers: z.number().int(),
      engine: z.enum(ENGINES),
      limits: limitsSchema,
    }),
  }),
  /** What is under way is finished. */
  z.object({ order: z.literal('stop') }),
  /** What is under way is given back. */
  z.object({ order: z.literal('abort') }),
]);
export type Order = z.infer<typeof orderSchema>;
export type HowToWork = Extract<Order, { order: 'work' }>['how'];

/** What it tells the server: that it works, what happened (for the metrics of the server; the log it writes itself), what keeps it from working. */
export const newsSchema = z.discriminatedUnion('news', [
  z.object({ news: z.literal('ready') }),
  z.object({ news: z.literal('event'), event: telemetryEventSchema }),
  z.object({ news: z.literal('trouble'), code: failureCodeSchema }),
]);
export type News = z.infer<typeof newsSchema>;
