import { setTimeout as pause } from 'node:timers/promises';
import { asFailure, LiasseFailure } from '#domain/failure.ts';
import type { WorkKind } from '#domain/work-kind.ts';
import type { FinishedWork, Worker, WorkItem, WorkOutcome, WorkStore } from '#ports/work-queue.ts';
import { decideRetry, isOfSurroundings } from './decide-retry.ts';
import { holdLeases } from './hold-leases.ts';

/** What to do for one kind of work. */
export type WorkFunction = (work: {
  readonly item: WorkItem;
  /** Whom the row belongs to meanwhile: `finishWork` in the transaction of the results asks for it. */
  readonly owner: string;
  readonly signal: AbortSignal;
}) => Promise<FinishedWork | undefined>;

/** How one try went; for logs and metrics. */
export interface WorkReport {
  readonly item: WorkItem;
  readonly outcome: WorkOutcome;
  readonly failure: LiasseFailure | null;
  readonly elapsedMs: number;
}

export interface PerformWorkOptions {
  readonly store: WorkStore;
  readonly owner: string;
  /** Each returns how its own transaction settled the row, or undefined when the row is to be removed after it. */
  readonly functions: Readonly<Record<WorkKind, WorkFunction>>;
  readonly leaseMs?: number;
  readonly pausesMs?: readonly number[];
  readonly onSettled?: (report: WorkReport) => void;
}

/** So often a process may die over an item before it is taken for the cause. More than chance kills explain. */
const DEATHS = 10;
/** After a failure of everything around, the slot waits too: else the whole queue would be tried in vain. */
const BREATHER_MS = 5_000;

/** The worker of every queue: takes the row, does what its kind asks for, settles the row. */
export function createPerformWork(options: PerformWorkOptions): Worker {
  const { store, owner, functions, leaseMs = 60_000, pausesMs, onSettled = () => undefined } = options;
  const leases = holdLeases({ store, owner, leaseMs });

  const settleFailure = async (item: WorkItem, failure: LiasseFailure): Promise<WorkOutcome> => {
    const retry = decideRetry(failure.code, item.attempts, pausesMs);
    const { code } = failure;
    if (retry.end === 'bury') return (await store.bury(item.id, owner, { code })) ? { end: 'dead' } : LOST;
    const { afterMs } = retry;
    const isOurs = await (retry.end === 'put-off' ? store.putOff : store.giveBack)(item.id, owner, { code, afterMs });
    return isOurs ? { end: 'later', afterMs } : LOST;
  };

  const attempt = async (item: WorkItem, signal: AbortSignal): Promise<WorkOutcome> => {
    const started = performance.now();
    let failure: LiasseFailure | null = null;
    let outcome: WorkOutcome;
    try {
      signal.throwIfAborted();
      if (item.attempts >= DEATHS) throw new LiasseFailure('worker-died');
      const settled = await functions[item.kind]({ item, owner, signal });
      outcome = outcomeOf(settled ?? (await patiently(() => store.finish(item.id, owner), leaseMs)));
    } catch (error) {
      const failed = asFailure(error);
      failure = failed;
      outcome = await patiently(() => settleFailure(item, failed), leaseMs);
    }
    onSettled({ item, outcome, failure, elapsedMs: performance.now() - started });
    if (failure !== null && isOfSurroundings(failure.code))
      await pause(BREATHER_MS, undefined, { signal }).catch(() => undefined);
    return outcome;
  };

  return async (id, signal, taken) => {
    // A queue that thinks we are dead may hand out once more what we are working on.
    if (leases.held.has(id)) return LOST;
    const release = leases.hold(id);
    try {
      const item = taken ?? (await patiently(() => store.claimOne(id, owner, leaseMs), leaseMs));
      if (item === undefined) return LOST;
      return await attempt(item, signal);
    } finally {
      release();
    }
  };
}

const LOST = { end: 'lost' } as const;

function outcomeOf(settled: FinishedWork): WorkOutcome {
  return settled === 'again' ? { end: 'later', afterMs: 0 } : { end: settled };
}

const PATIENCE_STEP_MS = 1_000;

/** Tries until the database answers, as long as the lease lasts; after that the row is somebody else's anyhow. */
async function patiently<T>(query: () => Promise<T>, latestMs: number): Promise<T> {
  const end = performance.now() + latestMs;
  for (;;) {
    try {
      return await query();
    } catch (error) {
      if (asFailure(error).category !== 'transient' || performance.now() > end) throw error;
      await pause(PATIENCE_STEP_MS);
    }
  }
}
