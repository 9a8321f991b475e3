import { z } from 'zod';

/** One file of `training/`: whole short papers in one language, by type. Invented, and in other words than any fixture. */
export const trainingPapersSchema = z.strictObject({
  language: z.string(),
  papers: z.record(z.string(), z.array(z.string().min(30))),
});

/** A text and what it is. */
export interface TrainingPaper {
  readonly type: string;
  readonly language: string;
  readonly text: string;
}
