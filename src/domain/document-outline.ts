import { z } from 'zod';
import { boxSchema } from './geometry.ts';
import { documentPageSchema } from './page-reading.ts';

/** One page without its words. */
const pageOutlineSchema = documentPageSchema
  .pick({
    page: true,
    state: true,
    source: true,
    engine: true,
    model: true,
    confidence: true,
    languages: true,
    isCutShort: true,
    failure: true,
    areMarksUnknown: true,
  })
  .extend({
    turned: z.number(),
    /** What went wrong with its picture, as codes. */
    problems: z.array(z.string()),
    marks: z.array(z.object({ kind: z.enum(['signature', 'stamp']), box: boxSchema, confidence: z.number() })),
  });
export type PageOutline = z.infer<typeof pageOutlineSchema>;

/** The pages of a document as objects: how they were read and what ink is on them. */
export const documentOutlineSchema = z.object({ pages: z.array(pageOutlineSchema) });
export type DocumentOutline = z.infer<typeof documentOutlineSchema>;

/** What the wording of a document shows. */
export const documentTraitsSchema = z.object({
  /** Names of the traits that were found, in the order of the definitions. */
  shown: z.array(z.string()),
  letters: z.number().int(),
  /** How many pages the printed numbering announces; 0 when there is none. */
  announcedPages: z.number().int(),
});
export type DocumentTraits = z.infer<typeof documentTraitsSchema>;
