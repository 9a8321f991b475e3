import type { TelemetryEvent } from '#ports/telemetry.ts';

const id = '0190b2c4-5d6e-7f80-91a2-b3c4d5e6f708';
const work = { workId: id, subjectId: id, kind: 'file', workClass: 'live', attempts: 2 } as const;
const run = { runId: id, documents: 1200, changes: 31 };

type Samples = { readonly [Name in TelemetryEvent['event']]: Extract<TelemetryEvent, { event: Name }> };

/** One of every event there is, with all its fields; an event without a sample does not compile. */
const SAMPLES: Samples = {
  'process-started': { event: 'process-started', command: 'worker', concurrency: 4 },
  'process-stopped': { event: 'process-stopped', command: 'mail', durationMs: 12.34 },
  'port-opened': { event: 'port-opened', port: 9464 },
  'store-lost': { event: 'store-lost', store: 'database', code: 'database-away' },
  'store-regained': { event: 'store-regained', store: 'queue', durationMs: 61_000 },
  'file-received': {
    event: 'file-received',
    fileId: id,
    caseId: id,
    via: 'mail',
    state: 'rejected',
    code: 'encrypted-pdf',
  },
  'upload-received': { event: 'upload-received', files: 12, rejected: 1, kilobytes: 5120, durationMs: 340 },
  'upload-refused': { event: 'upload-refused', code: 'file-too-large' },
  'file-finished': {
    event: 'file-finished',
    fileId: id,
    state: 'rejected',
    documents: 0,
    pages: 3,
    durationMs: 800,
    code: 'damaged-pdf',
  },
  'document-judged': {
    event: 'document-judged',
    documentId: '0123456789abcdef0123',
    status: 'needs-review',
    pages: 2,
    flags: 3,
    code: 'page-timeout',
  },
  'stage-finished': { event: 'stage-finished', stage: 'find-dates', outcome: 'computed', durationMs: 3.16789 },
  'engine-worked': { event: 'engine-worked', durationMs: 700 },
  'work-done': { event: 'work-done', ...work, durationMs: 900 },
  'work-put-off': { event: 'work-put-off', ...work, code: 'database-away', afterMs: 4000 },
  'work-buried': { event: 'work-buried', ...work, code: 'internal-error' },
  'work-lost': { event: 'work-lost', ...work },
  'work-revived': { event: 'work-revived', items: 5 },
  'queue-paused': { event: 'queue-paused' },
  'queue-resumed': { event: 'queue-resumed' },
  'run-begun': { event: 'run-begun', runId: id, documents: 1200 },
  'run-computed': { event: 'run-computed', ...run, durationMs: 3000 },
  'run-accepted': { event: 'run-accepted', ...run },
  'run-rejected': { event: 'run-rejected', ...run },
  'run-rolled-back': { event: 'run-rolled-back', ...run },
  'mailbox-read': { event: 'mailbox-read', messages: 3, files: 7, refused: 1 },
  'folder-read': { event: 'folder-read', files: 7 },
  'keys-rotated': { event: 'keys-rotated', keys: 41 },
  'backup-made': { event: 'backup-made', files: 40, durationMs: 900 },
  'failed-unexpectedly': { event: 'failed-unexpectedly', code: 'internal-error' },
};

export const SAMPLE_EVENTS: readonly TelemetryEvent[] = Object.values(SAMPLES);
