import { z } from 'zod';
import { documentPageSchema } from '#domain/page-reading.ts';

/** A document with everything that judging it again needs, its original not included. */
export const keptPaperSchema = z.object({
  id: z.string(),
  /** As given, relative to PATH. */
  file: z.string(),
  sha256: z.string(),
  mediaType: z.string(),
  /** Pages of the whole file. */
  pageCount: z.number().int().positive(),
  pipeline: z.string(),
  asOf: z.iso.date(),
  duplicateOf: z.string().nullable(),
  pages: z.array(documentPageSchema).min(1),
});
export type KeptPaper = z.infer<typeof keptPaperSchema>;

/** The documents of cases, as they were read. */
export interface PaperStore {
  save(caseName: string, paper: KeptPaper): Promise<void>;
  /** Papers whose id begins so, in one case or over all, in the order of cases. */
  find(idPrefix: string, caseName?: string): Promise<{ readonly caseName: string; readonly paper: KeptPaper }[]>;
  /** All papers of one file in a case, in the order of their pages. */
  ofFile(caseName: string, sha256: string): Promise<KeptPaper[]>;
  /** Forgets the papers of a file that are none any more, since it was cut otherwise. */
  keepOnly(caseName: string, sha256: string, ids: readonly string[]): Promise<void>;
}
