import { z } from 'zod';
import { bilingualSchema, severitySchema } from '#domain/findings.ts';

/** A paper that is there, found by type and words. */
const paperNeedSchema = z.strictObject({
  types: z.array(z.string()).default([]),
  /** Kinds of issuer. */
  kinds: z.array(z.string()).default([]),
  /** Of each list the text must hold one. */
  words: z.array(z.array(z.string())).default([]),
  /** None of these must be in the text. */
  without: z.array(z.string()).default([]),
});
export type PaperNeed = z.infer<typeof paperNeedSchema>;

/** A paper that meets a requirement, or meets it weakly. */
const optionSchema = paperNeedSchema.extend({
  gives: z.enum(['met', 'weak']).default('met'),
  /** Whether it must be about the client; a paper that names nobody can't be told. */
  isClients: z.boolean().default(false),
  /** Issued at most so long ago; older is weak, without a date it is unclear. */
  within: z.strictObject({ months: z.number().int().min(1) }).optional(),
  /** A foreign paper must have its certified translation. */
  isTranslated: z.boolean().default(false),
  /** Flags that make it weak. */
  weakWith: z.array(z.string()).default([]),
  /** What must be there besides: papers, by the sentence that is said when they are not; of somebody else than the client. */
  needs: z.array(paperNeedSchema.extend({ ofAnother: z.boolean().default(false), why: bilingualSchema })).default([]),
  /** Said beside the state, {paper}. */
  note: bilingualSchema.optional(),
});
export type CivilOption = z.infer<typeof optionSchema>;

/** `case/civil-papers.yaml`: the civil papers of every file. */
export const civilPapersSchema = z.strictObject({
  requirements: z.array(
    z.strictObject({
      id: z.string(),
      label: bilingualSchema,
      options: z.array(optionSchema).min(1),
      /** What to do when nothing is there. */
      missing: bilingualSchema,
    }),
  ),
  severities: z.strictObject({
    met: severitySchema,
    weak: severitySchema,
    missing: severitySchema,
    unclear: severitySchema,
  }),
  /** A type less sure than this is unclear. */
  doubtfulBelow: z.number().min(0).max(1),
  /** {label} {paper} {why}. */
  sentences: z.strictObject({
    met: bilingualSchema,
    weak: bilingualSchema,
    unclear: bilingualSchema,
    missing: bilingualSchema,
  }),
  /** {date} {months} {flag} {name}. */
  why: z.strictObject({
    old: bilingualSchema,
    dateless: bilingualSchema,
    untranslated: bilingualSchema,
    flagged: bilingualSchema,
    doubtful: bilingualSchema,
    person: bilingualSchema,
    nameless: bilingualSchema,
  }),
});
export type CivilPapersRules = z.infer<typeof civilPapersSchema>;
