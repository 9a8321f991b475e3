import { z } from 'zod';
import { bilingualSchema } from '#domain/findings.ts';

const millimetres = z.number().min(0).max(60);

/** How pages are put on A4 and how pictures are stored that can't be stored as they came. */
export const dossierPagesSchema = z.strictObject({
  /** White margins around the original, in which stamps stand; millimetres. */
  margins: z.strictObject({ side: millimetres, top: millimetres, bottom: millimetres }),
  /** A page of a PDF that is smaller than A4 is enlarged so many times at most. */
  mostEnlarged: z.number().min(1).max(4),
  /** A picture is not shown so large that it has fewer dots to an inch than this. */
  leastDpi: z.number().int().min(50).max(300),
  /** A picture that must be stored anew: dots to an inch that are kept on A4, and JPEG quality (1..100). What is read by people and copiers needs no more. */
  readable: z.strictObject({
    dpi: z.number().int().min(100).max(600),
    quality: z.number().int().min(30).max(100),
    /** With `--light`, pages that take more thousands of bytes are stored anew. */
    heavyKb: z.number().int().min(50),
  }),
});
export type DossierPages = z.infer<typeof dossierPagesSchema>;

/** `case/dossier.yaml`: how the annexed dossier is put together. */
export const dossierSchema = z.strictObject({
  /** Papers that are listed by what they are and not by a criterion. */
  sections: z.array(
    z.strictObject({
      label: bilingualSchema,
      types: z.array(z.string()).min(1),
      /** Papers of other types, and of no section, that bear out a finding of these rules. */
      findings: z.array(z.string()).default([]),
      /** Before or behind the criteria. */
      place: z.enum(['first', 'last']),
      /** What stands in the margin in place of "Annexe n": such papers have no number. */
      name: bilingualSchema.optional(),
    }),
  ),
  /** Papers that belong to no section and to no criterion. */
  rest: bilingualSchema,
  /** Papers that are no annexes unless a person orders them: by their type, or by what was found about them (rules of findings). The first that fits. */
  leftOut: z.array(
    z.strictObject({
      types: z.array(z.string()).default([]),
      findings: z.array(z.string()).default([]),
      /** Annexed all the same when they have all of these; a person is asked to look at them. */
      unless: z.array(z.enum(['date', 'issuer', 'client-named'])).default([]),
      because: bilingualSchema,
    }),
  ),
  /** How the statement names annexes, before their number, in small letters: what it says is shown beside what has the number. */
  references: z.array(z.string().regex(/^\p{L}[\p{L} ]*$/u)).default([]),
  /** Papers that the personal statement cites by number have that number, unless a person set the order. */
  followsStatement: z.boolean().default(false),
  pages: dossierPagesSchema,
  /** Most that the portal takes in one file, unless the command says otherwise; `maxMb` in millions of bytes. */
  portal: z
    .strictObject({ maxMb: z.number().positive().optional(), maxPages: z.number().int().min(3).optional() })
    .default({}),
});
export type DossierRules = z.infer<typeof dossierSchema>;
