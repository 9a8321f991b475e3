import { z } from 'zod';

/** Whether a case is worked on, done with, or only kept because it has to be. */
export const caseStateSchema = z.enum(['open', 'closed', 'archived']);
export type CaseState = z.infer<typeof caseStateSchema>;
