import { z } from 'zod';
import { bilingualSchema } from '#domain/findings.ts';

/** What may speak for or against a new document beginning on a page; measured in `cutting/boundary-evidence.ts`. */
export const boundaryEvidenceSchema = z.enum([
  'title',
  'heading',
  'sender',
  'head-wording',
  'short-head',
  'text-at-top',
  'opening',
  'date-at-head',
  'inner-heading',
  'section-goes-on',
  'machine-readable-zone',
  'first-of-numbered',
  'next-of-numbered',
  'numbering-unfinished',
  'numbering-complete',
  'numbering-lost',
  'says-continued',
  'continued-sentence',
  'sentence-ended',
  'closing-before',
  'ink-before',
  'room-before',
  'blank-between',
  'language-change',
  'size-change',
  'look-change',
  'picture-change',
  'nothing-read',
  'same-form',
  'same-reference',
  'same-head',
  'same-foot',
]);
export type BoundaryEvidence = z.infer<typeof boundaryEvidenceSchema>;

/** `cutting.yaml`: when a page begins a new document. */
export const cuttingSchema = z.strictObject({
  /** Log-odds that any page after the first begins a new document. */
  base: z.number(),
  /** Log-odds of each piece of evidence at full strength, and what a person is told where it speaks for a cut. */
  evidence: z.record(boundaryEvidenceSchema, z.strictObject({ weight: z.number(), says: bilingualSchema })),
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
  /** First words of a document's text: "Je soussigné", "Madame, Monsieur". */
  openings: z.array(z.string()),
  /** Headings that stand inside documents and begin none: "Par ces motifs", "Conclusion". */
  innerHeadings: z.array(z.string()),
  /** "continued", "suite", "annexe": a page that begins like this goes on. */
  continuations: z.array(z.string()),
});
export type Cutting = z.infer<typeof cuttingSchema>;
