import { z } from 'zod';
import { bilingualSchema } from '#domain/findings.ts';
import { flagRuleSchema } from './condition.schema.ts';
import { fieldExtractorsSchema } from './field-extractor.schema.ts';

/** `document-types/<id>.yaml`: what such a paper must carry, what makes it weak, what is read from it. */
export const documentTypeSchema = z.strictObject({
  id: z.string(),
  label: bilingualSchema,
  group: z.string(),
  /** Kinds of issuer (`issuers/<language>.yaml`) that such papers come from as a rule. */
  issuers: z.array(z.string()).default([]),
  /** What a prefecture expects on such a paper; absent keys read as false or no limit. */
  expects: z.strictObject({
    date: z.boolean().default(false),
    letterhead: z.boolean().default(false),
    /** `or-stamp`: an official's stamp will do. */
    signature: z.enum(['yes', 'or-stamp', 'no']).default('no'),
    /** Whether a copy in a foreign language needs a certified translation. */
    translation: z.boolean().default(true),
    text: z.boolean().default(true),
    maxPages: z.number().int().positive().optional(),
  }),
  rules: z.array(flagRuleSchema).default([]),
  fields: fieldExtractorsSchema.default({}),
});
export type DocumentType = z.infer<typeof documentTypeSchema>;
