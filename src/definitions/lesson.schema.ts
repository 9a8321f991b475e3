import { z } from 'zod';
import { weightRowsSchema } from './weight-rows.schema.ts';

/**
 * What an organisation's corrections taught: log-odds that are added to all other evidence about a text, one row of weights per feature. No biases:
 * a paper that shares no wording with corrected ones is judged as before.
 */
export const lessonSchema = z.strictObject({
  format: z.literal('liasse.lesson/1'),
  ...weightRowsSchema.shape,
});
export type Lesson = z.infer<typeof lessonSchema>;
