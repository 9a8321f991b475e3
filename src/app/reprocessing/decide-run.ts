import { LiasseFailure } from '#domain/failure.ts';
import type { RunState } from '#domain/run-state.ts';
import type { MovedChanges, Run, RunStore } from '#ports/runs.ts';
import type { Telemetry } from '#ports/telemetry.ts';
import type { Keeping } from '../keeping/open-keeping.ts';
import { findRun } from './find-run.ts';
import { judgeCases } from './judge-cases.ts';

/** What became of a run that a person decided on. */
export interface Decided {
  readonly run: Run;
  /** Documents that say what they are to say now, and those that were left alone since they were not as the run had found them. */
  readonly moved: number;
  readonly left: number;
}

export interface DecideOptions {
  readonly signal: AbortSignal;
  readonly telemetry?: Telemetry | undefined;
}

/** Puts what a run computed in force, or goes on with doing so, and has the cases judged that it changes. Throws `run-elsewhere`, `cancelled`. */
export async function acceptRun(keeping: Keeping, { id }: Run, options: DecideOptions): Promise<Decided> {
  await turnTo(keeping.runs, id, ['proposed', 'accepting'], 'accepting');
  const accepted = await moveAll(keeping, id, { ...options, step: keeping.runs.acceptSome });
  options.telemetry?.tell({ event: 'run-accepted', ...told(accepted) });
  return accepted;
}

/** Puts back in force what was before a run, or goes on with doing so, and has the cases judged again. Throws `run-elsewhere`, `cancelled`. */
export async function rollBackRun(keeping: Keeping, { id }: Run, options: DecideOptions): Promise<Decided> {
  await turnTo(keeping.runs, id, ['accepted', 'accepting', 'rolling-back'], 'rolling-back');
  const rolledBack = await moveAll(keeping, id, { ...options, step: keeping.runs.rollBackSome });
  options.telemetry?.tell({ event: 'run-rolled-back', ...told(rolledBack) });
  return rolledBack;
}

/** Forgets what a run computed, or goes on with doing so; nothing of it was ever in force. Throws `run-elsewhere`, `cancelled`. */
export async function rejectRun(
  { runs }: Keeping,
  { id }: Run,
  { telemetry, signal }: DecideOptions,
): Promise<Decided> {
  await turnTo(runs, id, ['computing', 'proposed', 'rejecting'], 'rejecting');
  for (let isDone = false; !isDone; ) {
    throwIfCancelled(signal);
    ({ isDone } = await runs.forgetSome(id));
  }
  const rejected = { run: await findRun(runs, id), moved: 0, left: 0 };
  telemetry?.tell({ event: 'run-rejected', ...told(rejected) });
  return rejected;
}

async function turnTo(runs: RunStore, id: string, from: readonly RunState[], to: RunState): Promise<void> {
  if ((await runs.turn(id, from, to)) === undefined) throw new LiasseFailure('run-elsewhere', id.slice(0, 8));
}

async function moveAll(
  keeping: Keeping,
  id: string,
  { step, signal }: DecideOptions & { readonly step: (id: string) => Promise<MovedChanges> },
): Promise<Decided> {
  const sum = { moved: 0, left: 0 };
  for (let isDone = false; !isDone; ) {
    throwIfCancelled(signal);
    const some = await step(id);
    sum.moved += some.moved;
    sum.left += some.left;
    isDone = some.isDone;
  }
  await judgeCases(keeping, signal);
  return { run: await findRun(keeping.runs, id), ...sum };
}

function throwIfCancelled(signal: AbortSignal): void {
  if (signal.aborted) throw new LiasseFailure('cancelled');
}

function told({ run, moved }: Decided): { runId: string; documents: number; changes: number } {
  return { runId: run.id, documents: run.done, changes: moved };
}
