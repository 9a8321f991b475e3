import { LiasseFailure } from '#domain/failure.ts';
import type { Limits } from '#domain/limits.ts';

/** Counts what really comes out of an archive and all archives inside it; declared sizes are never believed. */
export interface ExpansionBudget {
  /** One more file came out. Throws `archive-too-large`. */
  countEntry(): void;
  /** That many more bytes came out. Throws `archive-too-large`. */
  countBytes(bytes: number): void;
}

/** A budget for one file that came in with `inputBytes` bytes. */
export function createExpansionBudget(inputBytes: number, limits: Limits): ExpansionBudget {
  const mostBytes = Math.min(limits.archiveBytes, Math.max(inputBytes * limits.archiveRatio, 1024 * 1024));
  let entries = 0;
  let bytes = 0;
  return {
    countEntry: () => {
      entries += 1;
      if (entries > limits.archiveEntries) throw new LiasseFailure('archive-too-large', 'entries');
    },
    countBytes: (more) => {
      bytes += more;
      if (bytes > mostBytes) throw new LiasseFailure('archive-too-large', 'bytes');
    },
  };
}
