import { z } from 'zod';

/** What may speak for or against a new document beginning on a page; measured in `cutting/boundary-evidence.ts`. */
export const boundaryEvidenceSchema = z.enum([
  'title',
  'head',
  'first-of-numbered',
  'next-of-numbered',
  'numbering-unfinished',
  'continued-sentence',
  'sentence-ended',
  'end-before',
  'language-change',
  'size-change',
  'look-change',
  'machine-readable-zone',
  'same-reference',
  'same-head',
  'picture-change',
]);
export type BoundaryEvidence = z.infer<typeof boundaryEvidenceSchema>;

/** `cutting.yaml`: when a page begins a new document. */
export const cuttingSchema = z.strictObject({
  /** Log-odds that any page after the first begins a new document. */
  base: z.number(),
  /** Log-odds of each piece of evidence at full strength. */
  weights: z.record(boundaryEvidenceSchema, z.number()),
  /** A boundary at this probability or above is cut; between `proposeAt` and this it is proposed to a human. */
  cutAt: z.number().min(0).max(1),
  proposeAt: z.number().min(0).max(1),
  /** Words for "page" in page numbers ("Page 2 sur 3", "Seite 2 von 3"). */
  pageWords: z.array(z.string()),
  /** Words between number and total. */
  ofWords: z.array(z.string()),
  /** Openings of a closing line: place and date, courtesy, "signature". */
  endings: z.array(z.string()),
  /** Wording of a letter's or form's head: "Objet", "Nos réf", "À l'attention de". */
  heads: z.array(z.string()),
  /** "continued", "suite": a page that begins like this goes on. */
  continuations: z.array(z.string()),
});
export type Cutting = z.infer<typeof cuttingSchema>;
