import PQueue from 'p-queue';
import { giveMemoryBack } from '#adapters/machine/give-memory-back.ts';
import { workOwner } from '#adapters/work-upkeep/work-owner.ts';
import type { LiasseFailure } from '#domain/failure.ts';
import { withWhatWasLearned } from '../learned-pipeline.ts';
import { loadPipeline } from '../load-pipeline.ts';
import { type Observation, observe, type Serve } from '../observe.ts';
import { createReader, type ReaderOptions } from '../reader.ts';
import { PAGES_AHEAD } from '../run-intake.ts';
import { startDeliveries } from '../web/webhooks/deliver-webhooks.ts';
import { createLearningReaders } from './create-learning-readers.ts';
import { type Keeping, openKeeping } from './open-keeping.ts';
import { openQueue } from './open-queue.ts';
import type { WorkReport } from './perform-work.ts';
import { createCaseWorker } from './work-functions.ts';

export interface RunWorkerOptions extends ReaderOptions {
  readonly pipelineId: string;
  /** Files, cases and lots under way at the same time. */
  readonly concurrency: number;
  /** Ends when nothing is left to do. */
  readonly isDraining: boolean;
  /** What is under way is finished, nothing more is begun. */
  readonly stop: AbortSignal;
  /** What is under way is given back. */
  readonly abort: AbortSignal;
  readonly onReady?: (state: { readonly isPaused: boolean }) => void;
  readonly onSettled: (report: WorkReport) => void;
  /** Opens a port for operators on this worker. */
  readonly serve?: Serve | undefined;
  /** Told of what keeps the worker from working; it goes on by itself. */
  readonly onTrouble: (failure: LiasseFailure) => void;
}

/**
 * Works through what was received, until it is told to stop or nothing is left. Throws `stores-not-shared`, `DefinitionFailure`, `engine-missing`, and
 * what `openKeeping` throws.
 */
export async function runWorker(options: RunWorkerOptions): Promise<void> {
  await using closing = new AsyncDisposableStack();
  closing.defer(giveMemoryBack());
  const keeping = await openKeeping();
  closing.defer(() => keeping.close());
  const observation = await observe({ command: 'worker', keeping, serve: options.serve, stop: options.stop });
  closing.defer(() => observation.close());
  const deliveries = startDeliveries(keeping.webhooks, { onTrouble: observation.onTrouble });
  closing.defer(() => deliveries.close());
  await workThrough(keeping, observation, options);
}

/** The same upon what others opened, and close. */
export async function workThrough(
  keeping: Keeping,
  observation: Observation,
  options: Omit<RunWorkerOptions, 'serve'>,
): Promise<void> {
  const { concurrency, isDraining, stop, abort, onSettled, onTrouble, onReady = () => undefined } = options;
  await using closing = new AsyncDisposableStack();
  const queue = await openQueue(keeping, {
    onTrouble: (failure) => {
      observation.onTrouble(failure);
      onTrouble(failure);
    },
  });
  closing.defer(() => queue.close());
  // Asked before it is loaded: what is learned in between is noticed at the first piece of work.
  const learned = await keeping.learnedModels.version(options.pipelineId);
  const loading = loadPipeline(options.pipelineId);
  const reader = await createReader(
    loading.then((pipeline) => withWhatWasLearned(pipeline, keeping.learnedModels)),
    { ...options, telemetry: observation.telemetry },
  );
  closing.defer(() => reader.close());
  const pages = new PQueue({ concurrency: reader.workers + PAGES_AHEAD });
  const worker = createCaseWorker(
    { reader, keeping, readerFor: createLearningReaders(reader, keeping, learned) },
    { owner: workOwner(), slots: (page) => pages.add(page), onSettled },
  );
  const giveUp = (): void => {
    queue.close().catch(() => undefined);
  };
  abort.addEventListener('abort', giveUp, { once: true });
  observation.ready(queue);
  onReady({ isPaused: await queue.isPaused() });
  await queue.work(worker, { concurrency, signal: stop, isDraining });
}
