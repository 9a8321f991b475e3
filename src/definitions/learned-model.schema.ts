import { z } from 'zod';
import { lessonSchema } from './lesson.schema.ts';

/** What an organisation's corrections taught, as it is kept. */
export const learnedModelSchema = z.strictObject({
  format: z.literal('liasse.learned/2'),
  /** The training set of the model that Liasse brings and that the lesson is added to: with another one it is out of date. */
  basedOn: z.string(),
  /** Corrected papers it learned from. */
  papers: z.number().int().positive(),
  at: z.iso.datetime({ offset: true }),
  lesson: lessonSchema,
});
export type LearnedModel = z.infer<typeof learnedModelSchema>;
