import { z } from 'zod';
import { bilingualSchema } from '#domain/findings.ts';

const identifier = z.string().regex(/^[0-9A-Z]{2}$/, 'two letters or digits');

/** `codes.yaml`: what two-dimensional codes say, by the issuers' tables. */
export const codesSchema = z.strictObject({
  twoDDoc: z.strictObject({
    /** Perimeters whose identifiers these are. */
    perimeters: z.array(z.string()).min(1),
    /** Kinds of papers. */
    documents: z.record(identifier, bilingualSchema),
    /** Identifiers whose values have a fixed length: no separator follows them. */
    lengths: z.record(identifier, z.number().int().positive()),
    /** Values we use, by identifier. */
    values: z.record(
      identifier,
      z.strictObject({
        name: z.string(),
        /** `days`: since 2000-01-01, hexadecimal; `date`: DDMMYYYY; `name`: of a person, parts parted by strokes. */
        as: z.enum(['text', 'name', 'amount', 'count', 'days', 'date', 'digits']),
        /** A name that a well-read print holds nowhere contradicts it; other values only by the printed field of the same name. */
        isPrinted: z.boolean().default(false),
      }),
    ),
    /** Words of a name that are not part of it, folded. */
    titles: z.array(z.string()),
    /** What is said of the signature, which can't be checked without the list of trusted issuers. */
    signature: z.string(),
  }),
});
export type Codes = z.infer<typeof codesSchema>;
