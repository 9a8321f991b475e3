// What being seen costs a document: every event of a file with one page and one document, told many times.
//   node scripts/bench-telemetry.ts [documents]
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLog } from '#adapters/telemetry/create-log.ts';
import { createMetrics } from '#adapters/telemetry/create-metrics.ts';
import { createTelemetry, type TelemetrySink } from '#adapters/telemetry/create-telemetry.ts';
import type { LogLevel } from '#adapters/telemetry/log-level.ts';
import { documentStages, pageStages } from '#app/stage-lists.ts';
import type { TelemetryEvent } from '#ports/telemetry.ts';

const documents = Number(process.argv[2] ?? 20_000);
const folder = await mkdtemp(join(tmpdir(), 'liasse-bench-'));

const id = '0190b2c4-5d6e-7f80-91a2-b3c4d5e6f708';
const work = { workId: id, subjectId: id, kind: 'file', workClass: 'live', attempts: 0 } as const;
const EVENTS: readonly TelemetryEvent[] = [
  { event: 'file-received', fileId: id, caseId: id, via: 'upload', state: 'waiting', code: null },
  ...[...pageStages, ...documentStages].map(
    ({ name }): TelemetryEvent => ({ event: 'stage-finished', stage: name, outcome: 'computed', durationMs: 12.345 }),
  ),
  { event: 'engine-worked', durationMs: 800.123 },
  { event: 'document-judged', documentId: '0123456789abcdef0123', status: 'done', pages: 1, flags: 2, code: null },
  { event: 'file-finished', fileId: id, state: 'accepted', documents: 1, pages: 1, durationMs: 950.1, code: null },
  { event: 'work-done', ...work, durationMs: 960 },
];

/** Microseconds a document. */
function measure(sinks: readonly TelemetrySink[]): number {
  const telemetry = createTelemetry(sinks);
  const tellAll = (times: number): void => {
    for (let time = 0; time < times; time += 1) for (const event of EVENTS) telemetry.tell(event);
  };
  tellAll(documents / 10);
  const startedAt = performance.now();
  tellAll(documents);
  return ((performance.now() - startedAt) * 1000) / documents;
}

function logAt(level: LogLevel): TelemetrySink {
  return createLog({ to: join(folder, `${level}.log`), level }).write;
}

function metrics(): TelemetrySink {
  return createMetrics({ version: '0', linesLost: () => 0, scraped: () => ({ refresh: async () => undefined }) }).count;
}

process.stdout.write(`${EVENTS.length} events a document, ${documents} documents; microseconds a document:\n`);
for (const [name, sinks] of [
  ['checked, told to nobody', []],
  ['log at info', [logAt('info')]],
  ['log at debug', [logAt('debug')]],
  ['log at trace', [logAt('trace')]],
  ['metrics', [metrics()]],
  ['log at info, and metrics', [logAt('info'), metrics()]],
] satisfies readonly (readonly [string, readonly TelemetrySink[]])[])
  process.stdout.write(`${name.padEnd(26)}${measure(sinks).toFixed(0).padStart(6)}\n`);
await rm(folder, { recursive: true });
