import { z } from 'zod';

/** What became of a stream of bytes that came in. `waiting`: it will be read; the others are final. */
export const fileStateSchema = z.enum(['waiting', 'accepted', 'duplicate', 'rejected']);
export type FileState = z.infer<typeof fileStateSchema>;

/** How many streams of bytes came in, and what became of them: `received` is always the sum of the others. */
export interface LedgerCounts extends Readonly<Record<FileState, number>> {
  readonly received: number;
}
