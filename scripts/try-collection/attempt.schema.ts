import { z } from 'zod';

/** What became of one file, told by the process that read it. */
export const attemptSchema = z.strictObject({
  path: z.string(),
  /** `documents`: at least one record without an error, and every error typed. */
  kind: z.enum(['documents', 'typed-error', 'untyped']),
  /** Codes of failed records, each once; of an untyped failure, its name. */
  codes: z.array(z.string()),
  documents: z.number(),
  pages: z.number(),
  milliseconds: z.number(),
  /** Until the first page was read or the first record came. */
  firstMilliseconds: z.number(),
  /** Highest memory of the reading process so far: MiB. */
  peakMegabytes: z.number(),
});
export type Attempt = z.infer<typeof attemptSchema>;

/** The parent names a file; an empty path ends the process in good order. */
export const requestSchema = z.strictObject({ path: z.string() });
