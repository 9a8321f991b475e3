import { z } from 'zod';

/** What of a document a person can decide; null as a value means "there is none" (undated, no issuer). */
export const decidableSchema = z.enum(['type', 'issueDate', 'issuer', 'language']);
export type Decidable = z.infer<typeof decidableSchema>;

/** Letters of what a person says of a document, at most: a value, or why a flag does not count. */
export const LONGEST_SAID = 300;

/** When it was decided, ISO 8601 with time zone. */
const at = z.iso.datetime({ offset: true });

const page = { sha256: z.string(), page: z.number().int().min(2) };

/**
 * One decision of a person. Decisions are only ever added: a later one about the same thing takes its place, `withdraw` gives the answer back to
 * Liasse. No run overwrites them.
 */
export const decisionSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('correct'),
    at,
    document: z.string(),
    pipeline: z.string(),
    field: decidableSchema,
    value: z.string().nullable(),
    /** What Liasse had said, for the rate of corrections. */
    was: z.string().nullable(),
  }),
  z.object({ kind: z.literal('withdraw'), at, document: z.string(), field: decidableSchema }),
  /** A flag does not count against this paper; why is what the person wrote. */
  z.object({
    kind: z.literal('dismiss'),
    at,
    document: z.string(),
    pipeline: z.string(),
    flag: z.string(),
    reason: z.string(),
  }),
  /** It counts again. */
  z.object({ kind: z.literal('restore'), at, document: z.string(), flag: z.string() }),
  /** A document begins on this page, 1-based within the file of these bytes. */
  z.object({ kind: z.literal('cut'), at, ...page }),
  /** No document begins there. */
  z.object({ kind: z.literal('join'), at, ...page }),
  /** Liasse says again whether one begins there. */
  z.object({ kind: z.literal('release'), at, ...page }),
]);
export type Decision = z.infer<typeof decisionSchema>;

/** What a person decided about one document; what is not there is Liasse's to say. */
export const documentDecisionsSchema = z.object({
  type: z.string().optional(),
  issueDate: z.string().nullable().optional(),
  issuer: z.string().nullable().optional(),
  language: z.string().optional(),
  /** Why each flag does not count, by its code. */
  dismissed: z.record(z.string(), z.string()).optional(),
});
export type DocumentDecisions = z.infer<typeof documentDecisionsSchema>;

/** Where a person cut a file (true) or joined it (false), by page. */
export type PageCuts = ReadonlyMap<number, boolean>;
