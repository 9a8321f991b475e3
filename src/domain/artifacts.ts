import { z } from 'zod';
import { documentDecisionsSchema } from './decisions.ts';
import { documentOutlineSchema, documentTraitsSchema } from './document-outline.ts';
import {
  assessmentSchema,
  documentDatesSchema,
  documentLanguageSchema,
  fieldsSchema,
  letterheadSchema,
  typeDecisionSchema,
} from './findings.ts';
import { documentPagesSchema, pageCodesSchema, pageMarksSchema, pageReadingSchema } from './page-reading.ts';

/** Which page of which bytes: the seed of everything that is computed about one page. */
export const pageSourceSchema = z.object({
  sha256: z.string(),
  mediaType: z.string(),
  page: z.number().int().positive(),
});
export type PageSource = z.infer<typeof pageSourceSchema>;

/** What the run brings to every document: the day the file is judged, and whether the same bytes came before. */
export const runFactsSchema = z.object({ asOf: z.iso.date(), duplicateOf: z.string().nullable() });
export type RunFacts = z.infer<typeof runFactsSchema>;

/** Pages on which another document may begin inside this one: what cutting was not sure enough to do. */
export const proposedCutsSchema = z.object({ pages: z.array(z.number().int().positive()) });

/** One schema per artifact of a page; a stage of the same name adds it (`page-source` is the seed). */
export const pageArtifactSchemas = {
  'page-source': pageSourceSchema,
  'read-page': pageReadingSchema,
  proofread: pageReadingSchema,
  'find-marks': pageMarksSchema,
  'read-codes': pageCodesSchema,
};
export type PageArtifacts = { [Name in keyof typeof pageArtifactSchemas]: z.infer<(typeof pageArtifactSchemas)[Name]> };

/** One schema per artifact of a document (`document-pages`, `run-facts`, `proposed-cuts` and `decisions` are the seeds). */
export const documentArtifactSchemas = {
  'document-pages': documentPagesSchema,
  'run-facts': runFactsSchema,
  'proposed-cuts': proposedCutsSchema,
  decisions: documentDecisionsSchema,
  'outline-pages': documentOutlineSchema,
  'find-traits': documentTraitsSchema,
  'detect-language': z.object({ languages: z.array(documentLanguageSchema) }),
  classify: typeDecisionSchema,
  'find-dates': documentDatesSchema,
  'find-letterhead': letterheadSchema,
  'extract-fields': fieldsSchema,
  'assess-evidence': assessmentSchema,
};
export type DocumentArtifacts = {
  [Name in keyof typeof documentArtifactSchemas]: z.infer<(typeof documentArtifactSchemas)[Name]>;
};
