import { LiasseFailure } from '#domain/failure.ts';
import type { Run, RunStore } from '#ports/runs.ts';

/** The run whose id begins so. Throws `run-unknown`, `run-ambiguous`. */
export async function findRun(runs: RunStore, idPrefix: string): Promise<Run> {
  const [found, ...others] = idPrefix === '' ? [] : await runs.byId(idPrefix);
  if (found === undefined) throw new LiasseFailure('run-unknown', idPrefix);
  if (others.length > 0) throw new LiasseFailure('run-ambiguous', idPrefix);
  return found;
}
