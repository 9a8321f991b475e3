import { z } from 'zod';

/**
 * `models/held-back.json`, written by `scripts/train-classifier.ts`: what a model that never saw it says of each training paper. Learning from corrections
 * needs it, since a model is far too sure of the papers that it was trained on.
 */
export const heldBackSchema = z.strictObject({
  format: z.literal('liasse.held-back/1'),
  /** As in `classifier.json`: which papers, and in which order. */
  trainingSet: z.string(),
  types: z.array(z.string()).min(2),
  /** Log-odds by paper and type, a signed byte each, base64. */
  logits: z.base64(),
  /** Log-odds of one step of `logits`. */
  step: z.number().positive(),
  /** Share of each paper's wording that the model knew, in 255ths, a byte each, base64. */
  coverage: z.base64(),
});
export type HeldBack = z.infer<typeof heldBackSchema>;
