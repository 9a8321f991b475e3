import { z } from 'zod';

const share = z.number().nullable();

/** One document as `liasse eval --json` tells how it came out: src/app/evaluation/compare-document.ts. */
export const comparisonSchema = z.object({
  id: z.string(),
  capture: z.string(),
  language: z.string(),
  truthType: z.string(),
  foundType: z.string().nullable(),
  confidence: z.number(),
  review: z.boolean(),
  typeRight: z.boolean(),
  languageRight: z.boolean(),
  cutRight: z.boolean(),
  issueDateRight: z.boolean(),
  letterheadRight: z.boolean(),
  issuerRight: z.boolean().nullable(),
  signatureRight: z.boolean(),
  stampRight: z.boolean(),
  flags: z.object({
    hit: z.array(z.string()).readonly(),
    missed: z.array(z.string()).readonly(),
    wrong: z.array(z.string()).readonly(),
  }),
  fields: z.record(z.string(), z.boolean()),
  characterErrorRate: share,
});

/** What `liasse eval --json` prints, as far as it is used here. */
export const evaluationSchema = z.object({
  report: z.object({
    cuts: z.object({ files: z.number(), boundaries: z.number(), precision: share, recall: share, f1: share }),
  }),
  comparisons: z.array(comparisonSchema),
});
export type Evaluation = z.infer<typeof evaluationSchema>;
