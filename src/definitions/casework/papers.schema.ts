import { z } from 'zod';
import { bilingualSchema } from '#domain/findings.ts';

/** `case/papers.yaml`: how papers are called, in sentences and by other papers. */
export const papersSchema = z.strictObject({
  /** {type} {date} {page}. */
  called: z.strictObject({ dated: bilingualSchema, dateless: bilingualSchema, page: bilingualSchema }),
  /** Between the last two of a list. */
  and: bilingualSchema,
  /** Words by which papers of a type are called in other papers, in French and English; folded when compared. */
  typeWords: z.record(z.string(), z.array(z.string())),
});
export type PapersRules = z.infer<typeof papersSchema>;
