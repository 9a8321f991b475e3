import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { TelemetryEvent } from '#ports/telemetry.ts';
import type { TelemetrySink } from './create-telemetry.ts';

/** What a scrape gives out. */
export interface Exposition {
  readonly contentType: string;
  readonly text: string;
}

export interface Metrics {
  readonly count: TelemetrySink;
  /** The last moment this process finished some work; undefined: none yet. */
  lastWorkAt(): Date | undefined;
  expose(): Promise<Exposition>;
}

/** Gauges that are read anew for each scrape, out of what is kept and not of this process. */
export interface ScrapedGauges {
  refresh(): Promise<void>;
}

export interface MetricsOptions {
  readonly version: string;
  /** Lines the log had to give up. */
  readonly linesLost: () => number;
  readonly scraped: (register: Registry) => ScrapedGauges;
}

/** Seconds of a stage on one page or document, of the engine on one image. */
const STAGE_BUCKETS = [0.001, 0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 20];
/** Seconds of a piece of work: a file of one page to a scan of hundreds. */
const WORK_BUCKETS = [0.1, 0.5, 1, 2, 5, 10, 30, 60, 300, 1800];
const READING_STAGE = 'read-page';

/** Counts events for Prometheus. All labels are members of closed lists. */
export function createMetrics({ version, linesLost, scraped }: MetricsOptions): Metrics {
  const register = new Registry();
  collectDefaultMetrics({ register });
  const build = new Gauge({
    name: 'liasse_build_info',
    help: 'Always 1; what is running.',
    labelNames: ['version'],
    registers: [register],
  });
  build.set({ version }, 1);
  const lost = new Gauge({
    name: 'liasse_log_lines_lost',
    help: 'Log lines given up (full disk).',
    registers: [register],
  });
  const meters = createMeters(register);
  const gauges = scraped(register);
  let lastWorkAt: Date | undefined;
  return {
    count: (told) => {
      if (told.event === 'event-refused') {
        meters.refused.inc();
        return;
      }
      if (told.event === 'work-done' || told.event === 'file-received') lastWorkAt = new Date();
      if ('code' in told && typeof told.code === 'string') meters.failures.inc({ event: told.event, code: told.code });
      measure(told, meters);
    },
    lastWorkAt: () => lastWorkAt,
    expose: async () => {
      lost.set(linesLost());
      if (lastWorkAt !== undefined) meters.lastWork.set(lastWorkAt.getTime() / 1000);
      await gauges.refresh();
      return { contentType: register.contentType, text: await register.metrics() };
    },
  };
}

type Meters = ReturnType<typeof createMeters>;

function createMeters(register: Registry) {
  const counter = <Label extends string>(name: string, help: string, labelNames: readonly Label[]) =>
    new Counter({ name, help, labelNames, registers: [register] });
  const histogram = <Label extends string>(
    name: string,
    help: string,
    { labelNames, buckets }: { readonly labelNames: readonly Label[]; readonly buckets: readonly number[] },
  ) => new Histogram({ name, help, labelNames, buckets: [...buckets], registers: [register] });
  const stages = { labelNames: ['stage'] as const, buckets: STAGE_BUCKETS };
  const works = { labelNames: ['kind'] as const, buckets: WORK_BUCKETS };
  return {
    stageSeconds: histogram('liasse_stage_seconds', 'Seconds a stage worked on a page or a document.', stages),
    stages: counter('liasse_stages_total', 'Stages that finished, computed or found in memory.', ['stage', 'outcome']),
    engineSeconds: histogram('liasse_engine_seconds', 'Seconds the recogniser worked on one image.', {
      labelNames: [],
      buckets: STAGE_BUCKETS,
    }),
    pages: counter('liasse_pages_read_total', 'Pages that were read (not found in memory).', []),
    documents: counter('liasse_documents_judged_total', 'Documents judged, by what came of it.', ['status']),
    received: counter('liasse_files_received_total', 'Receipts given out.', ['via', 'state']),
    uploads: counter('liasse_uploads_total', 'Uploads over the web, by what came of them.', ['end']),
    uploadedBytes: counter('liasse_upload_bytes_total', 'Bytes that were uploaded over the web.', []),
    finished: counter('liasse_files_finished_total', 'Files read to their end.', ['state']),
    failures: counter('liasse_failures_total', 'Failures by code, and the event that told of them.', ['event', 'code']),
    work: counter('liasse_work_total', 'Tries of work by how they ended.', ['kind', 'class', 'end']),
    workSeconds: histogram('liasse_work_seconds', 'Seconds of a try that succeeded.', works),
    lastWork: new Gauge({
      name: 'liasse_last_work_timestamp_seconds',
      help: 'When this process last finished some work.',
      registers: [register],
    }),
    refused: counter('liasse_events_refused_total', 'Events that did not fit their schema: a fault of Liasse.', []),
  };
}

/** What happens too seldom to be measured is in the log only. */
function measure(told: TelemetryEvent, meters: Meters): void {
  switch (told.event) {
    case 'stage-finished':
      measureStage(told, meters);
      break;
    case 'engine-worked':
      meters.engineSeconds.observe(told.durationMs / 1000);
      break;
    case 'document-judged':
      meters.documents.inc({ status: told.status });
      break;
    case 'file-received':
      meters.received.inc({ via: told.via, state: told.state });
      break;
    case 'upload-received':
      meters.uploads.inc({ end: 'received' });
      meters.uploadedBytes.inc(told.kilobytes * 1024);
      break;
    case 'upload-refused':
      meters.uploads.inc({ end: 'refused' });
      break;
    case 'file-finished':
      meters.finished.inc({ state: told.state });
      break;
    case 'work-done':
      meters.workSeconds.observe({ kind: told.kind }, told.durationMs / 1000);
      meters.work.inc({ kind: told.kind, class: told.workClass, end: 'done' });
      break;
    case 'work-put-off':
    case 'work-buried':
    case 'work-lost':
      meters.work.inc({ kind: told.kind, class: told.workClass, end: told.event.slice('work-'.length) });
      break;
  }
}

function measureStage(told: Extract<TelemetryEvent, { event: 'stage-finished' }>, meters: Meters): void {
  const { stage, outcome, durationMs } = told;
  meters.stages.inc({ stage, outcome });
  if (outcome === 'reused') return;
  meters.stageSeconds.observe({ stage }, durationMs / 1000);
  if (stage === READING_STAGE) meters.pages.inc();
}
