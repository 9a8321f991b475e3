import { setTimeout as pause } from 'node:timers/promises';
import { releaseAbandoned } from '#adapters/work-upkeep/release-abandoned.ts';
import { workOwner } from '#adapters/work-upkeep/work-owner.ts';
import { LiasseFailure } from '#domain/failure.ts';
import type { Run } from '#ports/runs.ts';
import type { Worker } from '#ports/work-queue.ts';
import { createCaseWorker } from '../keeping/work-functions.ts';
import type { LotDesk } from './compute-lot.ts';
import { findRun } from './find-run.ts';
import { runKnowledge } from './run-knowledge.ts';
import { tellQueue } from './tell-queue.ts';

/** How far a run is. */
export interface RunProgress {
  readonly run: Run;
  /** Documents that were computed since this process works on it. */
  readonly computed: number;
  readonly elapsedMs: number;
  /** Why nothing is begun just now. */
  readonly waitingFor: 'live-work' | 'queue' | null;
}

export interface ComputeRunOptions {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: RunProgress) => void;
}

/** One lot is being computed while the database takes in the other. */
const LOTS_SIDE_BY_SIDE = 2;
const LOOK_AGAIN_MS = 300;

/**
 * Computes what is left of a run, beside whatever workers do the same; work for advisers goes first. Returns the run as it stands then: `computing` still
 * when lots were put aside. Throws `run-outdated`, and `cancelled` once the signal is given: the same call goes on from there.
 */
export async function computeRun(started: Run, desk: LotDesk, options: ComputeRunOptions): Promise<Run> {
  const { keeping, reader } = desk;
  const { signal, onProgress } = options;
  const knowledge = runKnowledge(reader);
  if (started.judgedBy !== knowledge.judgedBy || (!started.isJudgingOnly && started.readBy !== knowledge.readBy))
    throw new LiasseFailure('run-outdated', started.id);
  const startedAt = performance.now();
  const tell = async (waitingFor: RunProgress['waitingFor']): Promise<Run> => {
    const run = await findRun(keeping.runs, started.id);
    onProgress({ run, computed: run.done - started.done, elapsedMs: performance.now() - startedAt, waitingFor });
    return run;
  };
  await releaseAbandoned(keeping.work);
  await keeping.runs.offerLots(started.id);
  await tellQueue(keeping);
  const worker = createCaseWorker(desk, { owner: workOwner(), slots: desk.slots });
  for (;;) {
    const { ids, dead } = await keeping.runs.workOf(started.id);
    if (ids.length === 0) {
      const run = await tell(null);
      // Lots that were committed between two queries leave neither work nor a run that computes.
      if (dead > 0 || run.state !== 'computing') {
        await tellComputed(run, desk, performance.now() - startedAt);
        return run;
      }
    }
    await computeLots(ids, { worker, desk, signal, tell });
    await pause(LOOK_AGAIN_MS, undefined, { signal });
  }
}

interface Computing {
  readonly worker: Worker;
  readonly desk: LotDesk;
  readonly signal: AbortSignal;
  readonly tell: (waitingFor: RunProgress['waitingFor']) => Promise<Run>;
}

/** Each of these lots, unless somebody else has it. */
async function computeLots(ids: readonly string[], { worker, desk, signal, tell }: Computing): Promise<void> {
  const left = ids.values();
  const slot = async (): Promise<void> => {
    for (const id of left) {
      await giveWay(desk, signal, tell);
      const { end } = await worker(id, signal);
      if (signal.aborted) throw new LiasseFailure('cancelled');
      if (end === 'done') await tell(null);
    }
  };
  // Whoever gives up first waits for the other: nothing works on behind the caller's back.
  const ended = await Promise.allSettled(Array.from({ length: LOTS_SIDE_BY_SIDE }, slot));
  for (const one of ended) if (one.status === 'rejected') throw one.reason;
}

/** Waits while somebody works for an adviser, or while the queue is paused. */
async function giveWay({ keeping }: LotDesk, signal: AbortSignal, tell: Computing['tell']): Promise<void> {
  for (;;) {
    const isPaused = await keeping.work.isPaused();
    if (!isPaused && (await keeping.work.counts('live')).running === 0) return;
    await tell(isPaused ? 'queue' : 'live-work');
    await pause(LOOK_AGAIN_MS, undefined, { signal });
  }
}

async function tellComputed(run: Run, { keeping, reader }: LotDesk, durationMs: number): Promise<void> {
  if (run.state !== 'proposed' || reader.telemetry === undefined) return;
  const { changed: changes } = (await keeping.runs.counts(run.id)).byChange;
  reader.telemetry.tell({ event: 'run-computed', runId: run.id, documents: run.done, changes, durationMs });
}
