import { z } from 'zod';
import { bilingualSchema, severitySchema } from '#domain/findings.ts';
import { idSchema } from './answers.ts';
import { documentKeySchema } from './cases.ts';
import { questionSchema } from './documents.ts';

export const reviewQuerySchema = z.object({
  caseId: idSchema.optional().describe('Of one case only.'),
  limit: z.coerce.number().int().min(1).max(300).default(100),
});

export const reviewRowSchema = z
  .object({
    key: documentKeySchema,
    caseId: idSchema,
    caseName: z.string(),
    type: z.object({ id: z.string(), label: bilingualSchema, confidence: z.number() }).nullable(),
    pages: z.object({ from: z.number().int(), to: z.number().int() }),
    questions: z.array(questionSchema).readonly().describe('What a person is asked, the gravest first.'),
    flags: z.array(z.object({ code: z.string(), severity: severitySchema, label: bilingualSchema })).readonly(),
  })
  .meta({ id: 'ReviewPaper' });
export type ReviewRow = z.infer<typeof reviewRowSchema>;

const learningStateSchema = z
  .object({
    papers: z.number().int().describe('Papers whose type a person said.'),
    fewestPapers: z.number().int().describe('How many it takes to learn from them.'),
    newPapers: z.number().int().describe('Since anything was learned last.'),
    lastAt: z.string().nullable(),
  })
  .meta({ id: 'LearningState' });

export const reviewListSchema = z
  .object({
    papers: z.array(reviewRowSchema).readonly().describe('Worst first.'),
    count: z.number().int().describe('How many there are in all.'),
    learning: learningStateSchema,
  })
  .meta({ id: 'Review' });
export type ReviewList = z.infer<typeof reviewListSchema>;

const countsSchema = z.object({
  papers: z.number(),
  right: z.number(),
  wrongAndSure: z.number(),
  review: z.number(),
});
const comparisonSchema = z.object({ before: countsSchema, after: countsSchema });
export const learningResultSchema = z
  .object({
    outcome: z.enum(['learned', 'refused', 'too-few']),
    papers: z.number().int(),
    fewestPapers: z.number().int(),
    refusals: z.array(z.string()).readonly(),
    gain: z.object({ corrected: comparisonSchema, known: comparisonSchema }).nullable(),
  })
  .meta({ id: 'Learning' });
export type LearningResult = z.infer<typeof learningResultSchema>;
