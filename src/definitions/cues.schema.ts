import { z } from 'zod';

/**
 * The wording by which institutions of one language give a type of document away. Matching folds case and accents, so cues are
 * written as printed. A cue of several words is worth more than a single word; the weight lies in the list it stands in.
 */
export const typeCuesSchema = z.strictObject({
  /** Printed as the title or heading of such a paper. */
  titles: z.array(z.string().min(2)).default([]),
  /** Wording that hardly any other type of paper prints. */
  phrases: z.array(z.string().min(2)).default([]),
  /** Vocabulary that points this way but is shared with neighbours. */
  words: z.array(z.string().min(2)).default([]),
  /** Wording that speaks against this type although its vocabulary is there. */
  against: z.array(z.string().min(2)).default([]),
});

/** One file `cues/<language>.yaml`: the cues of every type in one language. */
export const languageCuesSchema = z.strictObject({
  /** ISO 639-1, else 639-3. */
  language: z.string().regex(/^[a-z]{2,3}$/),
  types: z.record(z.string(), typeCuesSchema),
});
export type LanguageCues = z.infer<typeof languageCuesSchema>;
