import { createStoreFigures } from '#adapters/sql/store-figures.ts';
import { asFailure, type LiasseFailure } from '#domain/failure.ts';
import type { LongCommand, Telemetry, TelemetryEvent } from '#ports/telemetry.ts';
import type { WorkQueue } from '#ports/work-queue.ts';
import { createDoctorView } from './doctor/doctor-view.ts';
import { createHealth } from './health/create-health.ts';
import type { Keeping } from './keeping/open-keeping.ts';
import { loadPipeline } from './load-pipeline.ts';
import type { OperatorView } from './operator-view.ts';
import { PIPELINES, pipelineNames } from './pipeline-folders.ts';
import { type StartedTelemetry, startTelemetry } from './start-telemetry.ts';
import { watchStores } from './watch-stores.ts';

/** Opens a port on what operators may see. */
export type Serve = (view: OperatorView) => Promise<{ readonly port: number; close(): Promise<void> }>;

export interface ObserveOptions {
  readonly command: LongCommand;
  readonly keeping: Pick<Keeping, 'db' | 'blobs' | 'work'>;
  /** Undefined: nobody asks, and nothing is counted. */
  readonly serve?: Serve | undefined;
  /** Once it is given, no more work is taken. */
  readonly stop: AbortSignal;
  /** It ends by itself: there is a log only where `LIASSE_LOG` asks for one. */
  readonly isBrief?: boolean;
}

/** How a command that stays is seen from outside. Close it last. */
export interface Observation {
  readonly telemetry: Telemetry;
  /** Counts what another process of this command did, which writes its own log. */
  count(event: TelemetryEvent): void;
  /** To be told of what keeps from working. */
  onTrouble(failure: LiasseFailure): void;
  /** It works from now on; with a queue, if it has one. */
  ready(queue?: Pick<WorkQueue, 'isPaused'>): void;
  close(): Promise<void>;
}

/** Any name will do: what matters is whether the store answers. */
const PROBE = 'installation';

/** Log, metrics, health: for every command that stays. Throws `log-not-writable`, `log-level-unknown`, `address-taken`. */
export async function observe(options: ObserveOptions): Promise<Observation> {
  const { command, serve, isBrief = false } = options;
  const sources = serve === undefined ? undefined : await metricsSources(options);
  const started = await startTelemetry({ sources, isBrief });
  const { telemetry } = started;
  const stores = watchStores(telemetry);
  const state: { queue: Pick<WorkQueue, 'isPaused'> | undefined; isReady: boolean } = {
    queue: undefined,
    isReady: false,
  };
  const startedAt = performance.now();
  // Whoever ends the process after this says nothing of what was thrown.
  const onCrash = (error: unknown): void =>
    telemetry.tell({ event: 'failed-unexpectedly', code: asFailure(error).code }, error);
  process.prependListener('uncaughtException', onCrash);
  telemetry.tell({ event: 'process-started', command });
  const server = await serve?.(viewOf(options, started, state));
  if (server !== undefined) telemetry.tell({ event: 'port-opened', port: server.port });
  return {
    telemetry: {
      tell: (event, thrown) => {
        telemetry.tell(event, thrown);
        // Either needs all that the command stands on.
        if (event.event === 'work-done' || event.event === 'file-received') stores.onWorkDone();
      },
    },
    count: (event) => {
      started.metrics?.count(event);
      if (event.event === 'work-done') stores.onWorkDone();
    },
    onTrouble: stores.onTrouble,
    ready: (queue) => {
      state.queue = queue;
      state.isReady = true;
    },
    close: async () => {
      await server?.close();
      telemetry.tell({ event: 'process-stopped', command, durationMs: performance.now() - startedAt });
      process.off('uncaughtException', onCrash);
      started.close();
    },
  };
}

async function metricsSources({ keeping }: ObserveOptions) {
  const pipelines = await Promise.all((await pipelineNames(PIPELINES)).map((name) => loadPipeline(name)));
  const types = pipelines.flatMap(({ documentTypes }) => Object.keys(documentTypes));
  return { figures: createStoreFigures(keeping.db), types: new Set(types) };
}

function viewOf(
  { command, keeping, stop }: ObserveOptions,
  { telemetry, metrics }: StartedTelemetry,
  state: { readonly queue: Pick<WorkQueue, 'isPaused'> | undefined; readonly isReady: boolean },
): OperatorView {
  const health = createHealth({
    work: createStoreFigures(keeping.db).work,
    blobs: () => keeping.blobs.has(PROBE),
    isPaused: () => (state.queue ?? keeping.work).isPaused(),
    lastWorkAt: () => metrics?.lastWorkAt(),
    isWorker: command === 'worker',
  });
  return {
    health: () => health.report(),
    isReady: async () => state.isReady && !stop.aborted && (await health.report()).status === 'ok',
    metrics: async () => (await metrics?.expose()) ?? { contentType: 'text/plain', text: '' },
    doctor: createDoctorView(),
    telemetry,
    onFailure: (thrown) => telemetry.tell({ event: 'failed-unexpectedly', code: asFailure(thrown).code }, thrown),
  };
}
