import { z } from 'zod';

/**
 * `models/classifier.json`, written by `scripts/train-classifier.ts`: one row of weights per feature of the text.
 * A feature that training never saw has no row, so unknown wording says nothing instead of something random.
 */
export const classifierModelSchema = z.strictObject({
  format: z.literal('liasse.classifier/2'),
  /** SHA-256 of the training papers and settings, so that a stale model is noticed. */
  trainingSet: z.string(),
  /** Languages of the training papers; of others the model only knows loan words. */
  languages: z.array(z.string()).min(1),
  types: z.array(z.string()).min(2),
  biases: z.array(z.number()),
  /** Feature hashes (uint32, little endian, ascending), base64. */
  features: z.base64(),
  /** Weights in fifteen levels, four bits each, one row of `types.length` per feature, base64; the stage that reads them says how. */
  weights: z.base64(),
  /** Log-odds of the highest level. */
  largestWeight: z.number().positive(),
});
export type ClassifierModel = z.infer<typeof classifierModelSchema>;
