import type { AuditAction } from '#domain/audit.ts';
import type { RunState } from '#domain/run-state.ts';
import type { Run } from '#ports/runs.ts';
import type { AuditTrail } from '../audit/audit-trail.ts';
import { asRun } from './run-row.ts';

/** What a person decides about a run; its other states come by themselves. */
const TOLD_AS: Partial<Readonly<Record<RunState, AuditAction>>> = {
  accepting: 'run-accepted',
  rejecting: 'run-rejected',
  'rolling-back': 'run-rolled-back',
};

/** Brings a run from one of these states into another, and tells the log when a person decided it; one that goes on with it is not told again. */
export function turnRun(
  trail: AuditTrail,
  runId: string,
  { from, to }: { readonly from: readonly RunState[]; readonly to: RunState },
): Promise<Run | undefined> {
  return trail.transaction(async (within, tell) => {
    const before = await within
      .selectFrom('runs')
      .select('state')
      .where('id', '=', runId)
      .forUpdate()
      .executeTakeFirst();
    const row = await within
      .updateTable('runs')
      .set({ state: to })
      .where('id', '=', runId)
      .where('state', 'in', from)
      .returningAll()
      .executeTakeFirst();
    if (row === undefined) return undefined;
    const run = asRun(row);
    const action = TOLD_AS[to];
    if (action !== undefined && before?.state !== to)
      await tell([{ action, subject: runId, detail: { documents: run.done, failed: run.failed } }]);
    return run;
  });
}
