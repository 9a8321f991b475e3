import { z } from 'zod';
import { bilingualSchema } from '#domain/findings.ts';

/** `pipeline.yaml`: what a pipeline folder is about. */
export const pipelineCardSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  /** Raised by whoever changes what the pipeline decides; printed in every record. */
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  label: bilingualSchema,
  /** The pipeline beside this one whose files hold where this folder has none of that name: another permit is what differs. */
  basedOn: z
    .string()
    .regex(/^[a-z][a-z0-9-]*$/)
    .optional(),
});
