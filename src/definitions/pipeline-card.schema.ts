import { z } from 'zod';
import { bilingualSchema } from '#domain/findings.ts';

/** `pipeline.yaml`: what a pipeline folder is about. */
export const pipelineCardSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  /** Raised by whoever changes what the pipeline decides; printed in every record. */
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  label: bilingualSchema,
});
export type PipelineCard = z.infer<typeof pipelineCardSchema>;
