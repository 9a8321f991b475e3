import { z } from 'zod';

/** Of an archive that is judged again. `…ing`: under way, or interrupted; the same command goes on with it. */
export const runStateSchema = z.enum([
  'computing',
  'proposed',
  'accepting',
  'accepted',
  'rejecting',
  'rejected',
  'rolling-back',
  'rolled-back',
]);
export type RunState = z.infer<typeof runStateSchema>;
