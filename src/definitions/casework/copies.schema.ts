import { z } from 'zod';
import { bilingualSchema } from '#domain/findings.ts';

const share = z.number().min(0).max(1);

/** `case/copies.yaml`: when two papers are one, and which copy is best. */
export const copiesSchema = z.strictObject({
  /** Of the pieces of text of either, how many must be in both. Two readings of one scan share few: each misreads elsewhere. */
  alike: share,
  /** Of the pieces of the shorter text, for a copy of which pages are missing. */
  contained: share,
  /** Of the words of four letters or more of either, how many may have no like in the other: what a reading garbles still looks like it. */
  strange: share,
  /** A text with fewer pieces says too little. */
  leastPieces: z.number().int().min(10),
  /** Of the numbers, and of the dates, of the one with fewer, how many the other must have. */
  numbers: share,
  dates: share,
  /** Dates less sure than this are not compared. */
  leastConfidence: share,
  /** Fields that tell two papers of one form apart when both were read. */
  identifying: z.array(z.string()),
  /** Flags of a copy that is worse than one without. */
  worse: z.array(z.string()),
  /** {best} {papers} {why}. */
  sentences: z.strictObject({
    exact: bilingualSchema,
    near: bilingualSchema,
    why: z.strictObject({
      sound: bilingualSchema,
      known: bilingualSchema,
      whole: bilingualSchema,
      original: bilingualSchema,
      sharp: bilingualSchema,
      flat: bilingualSchema,
      straight: bilingualSchema,
      first: bilingualSchema,
    }),
  }),
});
export type CopiesRules = z.infer<typeof copiesSchema>;
