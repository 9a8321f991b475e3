import { LiasseFailure } from '#domain/failure.ts';
import type { MovedChanges, Run, RunState, RunStore } from '#ports/runs.ts';
import type { Telemetry } from '#ports/telemetry.ts';
import { findRun } from './find-run.ts';

/** What a person makes of a run. */
export interface Decided {
  readonly run: Run;
  /** Documents that say what they are to say now, and those that were left alone since they were not as the run had found them. */
  readonly moved: number;
  readonly left: number;
}

export interface DecideOptions {
  readonly telemetry?: Telemetry | undefined;
  readonly signal: AbortSignal;
  readonly onStep?: (moved: number) => void;
}

/** Puts what a run computed in force, or goes on with doing so. Throws `run-elsewhere`, `cancelled`. */
export async function acceptRun(runs: RunStore, { id }: Run, options: DecideOptions): Promise<Decided> {
  await turnTo(runs, id, ['proposed', 'accepting'], 'accepting');
  return moved(runs, id, { ...options, step: runs.acceptSome, event: 'run-accepted' });
}

/** Puts back in force what was before a run, or goes on with doing so. Throws `run-elsewhere`, `cancelled`. */
export async function rollBackRun(runs: RunStore, { id }: Run, options: DecideOptions): Promise<Decided> {
  await turnTo(runs, id, ['accepted', 'accepting', 'rolling-back'], 'rolling-back');
  return moved(runs, id, { ...options, step: runs.rollBackSome, event: 'run-rolled-back' });
}

/** Forgets what a run computed, or goes on with doing so; nothing of it was ever in force. Throws `run-elsewhere`, `cancelled`. */
export async function rejectRun(runs: RunStore, { id }: Run, { telemetry, signal }: DecideOptions): Promise<Decided> {
  await turnTo(runs, id, ['computing', 'proposed', 'rejecting'], 'rejecting');
  for (let isDone = false; !isDone; ) {
    if (signal.aborted) throw new LiasseFailure('cancelled');
    ({ isDone } = await runs.forgetSome(id));
  }
  const run = await findRun(runs, id);
  telemetry?.tell({ event: 'run-rejected', runId: id, documents: run.done, changes: 0 });
  return { run, moved: 0, left: 0 };
}

async function turnTo(runs: RunStore, id: string, from: readonly RunState[], to: RunState): Promise<void> {
  if ((await runs.turn(id, from, to)) === undefined) throw new LiasseFailure('run-elsewhere', id.slice(0, 8));
}

async function moved(
  runs: RunStore,
  id: string,
  {
    step,
    event,
    telemetry,
    signal,
    onStep,
  }: DecideOptions & {
    readonly step: (id: string) => Promise<MovedChanges>;
    readonly event: 'run-accepted' | 'run-rolled-back';
  },
): Promise<Decided> {
  const sum = { moved: 0, left: 0 };
  for (let isDone = false; !isDone; ) {
    if (signal.aborted) throw new LiasseFailure('cancelled');
    const moving = await step(id);
    sum.moved += moving.moved;
    sum.left += moving.left;
    isDone = moving.isDone;
    onStep?.(sum.moved);
  }
  const run = await findRun(runs, id);
  telemetry?.tell({ event, runId: id, documents: run.done, changes: sum.moved });
  return { run, ...sum };
}
