import type { ListedChange, Run, RunCounts } from '#ports/runs.ts';
import type { Keeping } from '../keeping/open-keeping.ts';

export type { Listed, ListedChange, Run, RunCounts } from '#ports/runs.ts';

/** A run and what it changes. */
export interface RunView {
  readonly run: Run;
  readonly counts: RunCounts;
  /** The first of the documents that change. */
  readonly changes: readonly ListedChange[];
}

export async function lookAtRun({ runs }: Pick<Keeping, 'runs'>, run: Run, limit: number): Promise<RunView> {
  const [counts, changes] = await Promise.all([runs.counts(run.id), runs.changes(run.id, limit)]);
  return { run, counts, changes };
}
