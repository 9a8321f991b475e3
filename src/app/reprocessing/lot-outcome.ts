import { asFailure } from '#domain/failure.ts';
import type { ProposedChange } from '#ports/runs.ts';

/** What came of judging some documents again. */
export interface LotOutcome {
  readonly changes: readonly ProposedChange[];
  /** Documents that could not be judged. */
  readonly failed: number;
}

/**
 * The changes of some documents; when they could not be judged, and will not be the next time, they stay as they are and are counted. Throws transient
 * failures.
 */
export async function orFailed(
  documents: number,
  judge: () => Promise<readonly ProposedChange[] | undefined>,
): Promise<LotOutcome> {
  try {
    const changes = await judge();
    return changes === undefined ? { changes: [], failed: documents } : { changes, failed: 0 };
  } catch (error) {
    const failure = asFailure(error);
    if (failure.category === 'transient') throw failure;
    return { changes: [], failed: documents };
  }
}

export function together(outcomes: readonly LotOutcome[]): LotOutcome {
  return {
    changes: outcomes.flatMap(({ changes }) => changes),
    failed: outcomes.reduce((sum, { failed }) => sum + failed, 0),
  };
}
