import { z } from 'zod';
import { classifierModelSchema } from './classifier-model.schema.ts';

/** What an organisation's corrections taught, as it is kept. */
export const learnedModelSchema = z.strictObject({
  format: z.literal('liasse.learned/1'),
  /** The training set of the model that Liasse brings and that this one was trained from: with another one it is out of date. */
  basedOn: z.string(),
  /** Corrected papers it learned from. */
  papers: z.number().int().positive(),
  at: z.iso.datetime({ offset: true }),
  model: classifierModelSchema,
});
export type LearnedModel = z.infer<typeof learnedModelSchema>;
