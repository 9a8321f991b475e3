import { z } from 'zod';

/** What a person says of one document of a labelled file. */
export const documentTruthSchema = z.object({
  pages: z.object({ from: z.number().int().positive(), to: z.number().int().positive() }),
  type: z.string(),
  languages: z.array(z.string()),
  issueDate: z.string().nullable(),
  letterhead: z.boolean(),
  issuer: z.string().nullable(),
  signature: z.boolean(),
  stamp: z.boolean(),
  flags: z.array(z.string()),
  fields: z.record(z.string(), z.unknown()).default({}),
  /** The printed text in reading order; null where nobody typed it. */
  text: z.string().nullable(),
});
export type DocumentTruth = z.infer<typeof documentTruthSchema>;

/** `truth.json` beside a labelled file: what `liasse eval` measures against. */
export const fileTruthSchema = z.object({
  /** Name of the labelled file, in the same folder. */
  file: z.string(),
  asOf: z.iso.date(),
  /** How it was captured: `grey-scan`, `photo`, `fax`, … Figures are given by it. */
  capture: z.string(),
  documents: z.array(documentTruthSchema).min(1),
});
