import { z } from 'zod';
import { bilingualSchema } from '#domain/findings.ts';

/** `evidence-table.yaml`: the criteria of the permit and what each type of paper is worth for them. */
export const evidenceTableSchema = z.strictObject({
  /** The article and the source that states it, for a lawyer of the organisation to correct. */
  article: z.string(),
  source: bilingualSchema,
  criteria: z
    .array(
      z.strictObject({
        id: z.string(),
        label: bilingualSchema,
        examines: bilingualSchema,
        /** Type id → what a sound paper of the type is worth for the criterion, 0..1. */
        evidence: z.record(z.string(), z.number().positive().max(1)),
      }),
    )
    .min(1),
});
export type EvidenceTable = z.infer<typeof evidenceTableSchema>;
