import PQueue from 'p-queue';
import { LiasseFailure } from '#domain/failure.ts';
import type { Run, RunKnowledge, RunScope } from '#ports/runs.ts';
import type { Telemetry } from '#ports/telemetry.ts';
import { caseOf } from '../keeping/case-of.ts';
import { findKeeping, type Keeping } from '../keeping/open-keeping.ts';
import { withWhatWasLearned } from '../learned-pipeline.ts';
import { loadPipeline } from '../load-pipeline.ts';
import { createReader, type Reader, type ReaderOptions } from '../reader.ts';
import { PAGES_AHEAD } from '../run-intake.ts';
import { startTelemetryIfAsked } from '../start-telemetry.ts';
import { type ComputeRunOptions, computeRun } from './compute-run.ts';
import { runKnowledge } from './run-knowledge.ts';

export interface ReprocessingOptions extends ReaderOptions {
  readonly pipelineId: string;
}

/** Which documents, as a person says it; undefined: all. */
export interface AskedScope {
  readonly caseName?: string | undefined;
  readonly type?: string | undefined;
  readonly before?: string | undefined;
  readonly asOf?: string | undefined;
  readonly isJudgingOnly: boolean;
}

/** A run that was begun now, or is gone on with. */
export interface BegunRun {
  readonly run: Run;
  readonly isResumed: boolean;
  /** Documents whose files have to be read again. */
  readonly toRead: number;
}

/** Judging what is kept again. Close it, or its database keeps the process alive. */
export interface Reprocessing {
  readonly keeping: Keeping;
  readonly pipeline: Reader['pipeline'];
  readonly telemetry: Telemetry | undefined;
  /** Undefined when all was judged by what Liasse knows now. Throws `case-unknown`, `type-unknown`. */
  begin(asked: AskedScope): Promise<BegunRun | undefined>;
  compute(run: Run, options: ComputeRunOptions): Promise<Run>;
  close(): Promise<void>;
}

export interface BeginRunOptions {
  readonly keeping: Pick<Keeping, 'runs'>;
  readonly knowledge: RunKnowledge;
  readonly telemetry?: Telemetry | undefined;
}

/** Undefined where nothing is kept. Throws `DefinitionFailure`, `engine-missing`, and what `openKeeping` throws. */
export async function openReprocessing(options: ReprocessingOptions): Promise<Reprocessing | undefined> {
  await using opening = new AsyncDisposableStack();
  const log = await startTelemetryIfAsked();
  opening.defer(() => log?.close());
  const keeping = await findKeeping();
  if (keeping === undefined) return undefined;
  opening.defer(() => keeping.close());
  const loading = loadPipeline(options.pipelineId);
  const reader = await createReader(
    loading.then((pipeline) => withWhatWasLearned(pipeline, keeping.learnedModels)),
    { ...options, telemetry: log?.telemetry, isStandingBy: true },
  );
  opening.defer(() => reader.close());
  const open = opening.move();
  const pages = new PQueue({ concurrency: reader.workers + PAGES_AHEAD });
  return {
    keeping,
    pipeline: reader.pipeline,
    telemetry: log?.telemetry,
    begin: async (asked) =>
      beginRun(await scopeOf(asked, keeping, reader), {
        keeping,
        knowledge: runKnowledge(reader),
        telemetry: reader.telemetry,
      }),
    compute: (run, how) => computeRun(run, { reader, keeping, slots: (page) => pages.add(page) }, how),
    close: () => open.disposeAsync(),
  };
}

async function scopeOf(asked: AskedScope, keeping: Keeping, { pipeline }: Reader): Promise<RunScope> {
  const { caseName, type = null, before = null, asOf = null, isJudgingOnly } = asked;
  if (type !== null && pipeline.documentTypes[type] === undefined) throw new LiasseFailure('type-unknown', type);
  const inCase = await caseOf(keeping, caseName);
  return { caseId: inCase?.id ?? null, type, before, asOf, isJudgingOnly };
}

/** Begins a run of what knowledge reaches now, or finds the one that is open; undefined when all was judged by it. */
export async function beginRun(
  scope: RunScope,
  { keeping: { runs }, knowledge, telemetry }: BeginRunOptions,
): Promise<BegunRun | undefined> {
  const open = await runs.open(scope, knowledge);
  if (open !== undefined) return { run: open, isResumed: true, toRead: 0 };
  const { documents, toRead } = await runs.reach(scope, knowledge);
  const run = documents === 0 ? undefined : await runs.plan(scope, knowledge);
  if (run === undefined) return undefined;
  telemetry?.tell({ event: 'run-begun', runId: run.id, documents: run.planned });
  return { run, isResumed: false, toRead };
}
