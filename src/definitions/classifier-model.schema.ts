import { z } from 'zod';
import { weightRowsSchema } from './weight-rows.schema.ts';

/** `models/classifier.json`, written by `scripts/train-classifier.ts`. */
export const classifierModelSchema = z.strictObject({
  format: z.literal('liasse.classifier/2'),
  /** SHA-256 of the training papers and settings, so that a stale model is noticed. */
  trainingSet: z.string(),
  /** Languages of the training papers; of others the model only knows loan words. */
  languages: z.array(z.string()).min(1),
  ...weightRowsSchema.shape,
  biases: z.array(z.number()),
});
export type ClassifierModel = z.infer<typeof classifierModelSchema>;
