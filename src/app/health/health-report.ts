import { z } from 'zod';
import { failureCodeSchema } from '#domain/failure.ts';

/** The check of one thing Liasse stands on; `code` says what is wrong with it. */
const partSchema = z.object({
  status: z.enum(['ok', 'broken']),
  code: failureCodeSchema.nullable(),
  ms: z.number(),
});
export type HealthPart = z.infer<typeof partSchema>;

/** What `GET /health` answers: no names, no addresses, no secrets. */
export const healthReportSchema = z.object({
  status: z.enum(['ok', 'broken']),
  checks: z.object({
    database: partSchema,
    blobs: partSchema,
    queue: partSchema,
    work: z
      .object({
        status: z.enum(['ok', 'broken']),
        ready: z.number(),
        running: z.number(),
        later: z.number(),
        dead: z.number(),
        isPaused: z.boolean(),
        oldestWaitingMs: z.number(),
      })
      .nullable()
      .describe(
        'Broken, for a worker, when work has been due for long, is not paused, and nobody does any. Null when it could not be counted.',
      ),
    lastWork: z.object({ at: z.iso.datetime().nullable() }).describe('When this process last finished some.'),
  }),
});
export type HealthReport = z.infer<typeof healthReportSchema>;
