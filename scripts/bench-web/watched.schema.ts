import { z } from 'zod';

const spreadSchema = z.object({ p95: z.number(), p99: z.number(), longest: z.number() });

/** What `watch-server.ts` leaves of a server: seconds on the processor, and milliseconds for which its event loop was held by work and late by the clock. */
export const watchedSchema = z.object({
  loopSeconds: z.number(),
  processSeconds: z.number(),
  heldMs: spreadSchema,
  delayMs: spreadSchema,
});
export type Watched = z.infer<typeof watchedSchema>;
