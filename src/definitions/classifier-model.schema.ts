import { z } from 'zod';

/**
 * `models/classifier.json`, written by `scripts/train-classifier.ts`: one row of weights per feature of the text.
 * A feature that training never saw has no row, so unknown wording says nothing instead of something random.
 */
export const classifierModelSchema = z.strictObject({
  format: z.literal('liasse.classifier/1'),
  /** SHA-256 of the training papers and settings, so that a stale model is noticed. */
  trainingSet: z.string(),
  /** Languages of the training papers; of others the model only knows loan words. */
  languages: z.array(z.string()).min(1),
  types: z.array(z.string()).min(2),
  biases: z.array(z.number()),
  /** Feature hashes (uint32, little endian, ascending), base64. */
  features: z.base64(),
  /** Weights as int8, one row of `types.length` per feature, base64; times `scale` they are log-odds. */
  weights: z.base64(),
  scale: z.number().positive(),
});
export type ClassifierModel = z.infer<typeof classifierModelSchema>;
