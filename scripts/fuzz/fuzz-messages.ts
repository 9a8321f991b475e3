import { z } from 'zod';

/** What the process of one target tells: how far it is, and in the end how it went. */
export const fuzzNewsSchema = z.discriminatedUnion('news', [
  z.object({ news: z.literal('at'), inputs: z.number().int() }),
  z.object({
    news: z.literal('done'),
    inputs: z.number().int(),
    seconds: z.number(),
    longestMs: z.number(),
    /** What an input did that must not happen, with the input and the seed; null when none did. */
    failure: z.string().nullable(),
  }),
]);
export type FuzzNews = z.infer<typeof fuzzNewsSchema>;
