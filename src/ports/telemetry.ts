import { z } from 'zod';
import { documentArtifactSchemas, pageArtifactSchemas } from '#domain/artifacts.ts';
import { recordStatusSchema } from '#domain/document-record.ts';
import { failureCodeSchema as failure } from '#domain/failure.ts';
import { workClassSchema, workKindSchema } from '#domain/work-kind.ts';
import { type Receipt, wayInSchema } from './received-files.ts';

/** An id that Liasse made: a UUID, a document's id, a hash. No name and no number of anybody's papers looks like one. */
const id = z.string().regex(/^(?:[0-9a-f]{20}|[0-9a-f]{64}|[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})$/);
// Bounds that every true count keeps and that a day of birth (19850312) or an account number does not.
const count = z.int().min(0).max(10_000_000);
const LONGEST_MS = 9_999_999;
/** Whatever took longer took this long: a bound as above, and who waits for hours needs no milliseconds. */
const milliseconds = z
  .number()
  .min(0)
  .overwrite((value) => Math.min(value, LONGEST_MS));
const receiptState = z.enum(['waiting', 'duplicate', 'rejected'] satisfies Receipt['state'][]);
const stage = z
  .string()
  .refine((name) => Object.hasOwn(pageArtifactSchemas, name) || Object.hasOwn(documentArtifactSchemas, name));

/** `subjectId`: the file, the case or the run. */
const aboutWork = { workId: id, subjectId: id, kind: workKindSchema, workClass: workClassSchema, attempts: count };
const aboutRun = { runId: id, documents: count, changes: count };

/** Commands that stay and work. */
export const longCommandSchema = z.enum(['worker', 'watch', 'mail', 'reprocess', 'serve']);
export type LongCommand = z.infer<typeof longCommandSchema>;
/** What Liasse stands on and may have to do without for a while. */
export const lostStoreSchema = z.enum(['database', 'blobs', 'disk', 'queue', 'mailbox', 'folder']);
export type LostStore = z.infer<typeof lostStoreSchema>;

/**
 * Everything that is ever told of a running Liasse, in the past tense. The fields are ids, counts, milliseconds and members of closed lists, so that
 * neither document text nor a name can stand in one: there is no field for a text.
 */
export const telemetryEventSchema = z.discriminatedUnion('event', [
  z.strictObject({ event: z.literal('process-started'), command: longCommandSchema, concurrency: count.optional() }),
  z.strictObject({ event: z.literal('process-stopped'), command: longCommandSchema, durationMs: milliseconds }),
  z.strictObject({ event: z.literal('port-opened'), port: z.int().min(0).max(65_535) }),
  z.strictObject({ event: z.literal('store-lost'), store: lostStoreSchema, code: failure }),
  z.strictObject({ event: z.literal('store-regained'), store: lostStoreSchema, durationMs: milliseconds }),
  z.strictObject({
    event: z.literal('file-received'),
    fileId: id,
    caseId: id.optional(),
    via: wayInSchema,
    state: receiptState,
    code: failure.nullish(),
  }),
  // `files`: what it was, an archive many; `rejected`: how many of them; `durationMs`: from its last byte to its receipt.
  z.strictObject({
    event: z.literal('upload-received'),
    files: count,
    rejected: count,
    kilobytes: count,
    durationMs: milliseconds,
  }),
  z.strictObject({ event: z.literal('upload-refused'), code: failure }),
  z.strictObject({
    event: z.literal('file-finished'),
    fileId: id,
    state: z.enum(['accepted', 'rejected']),
    documents: count,
    pages: count,
    durationMs: milliseconds,
    code: failure.nullish(),
  }),
  z.strictObject({
    event: z.literal('document-judged'),
    documentId: id,
    status: recordStatusSchema,
    pages: count,
    flags: count,
    code: failure.nullish(),
  }),
  z.strictObject({
    event: z.literal('stage-finished'),
    stage,
    outcome: z.enum(['computed', 'reused']),
    durationMs: milliseconds,
  }),
  z.strictObject({ event: z.literal('engine-worked'), durationMs: milliseconds }),
  z.strictObject({ event: z.literal('work-done'), ...aboutWork, durationMs: milliseconds }),
  z.strictObject({ event: z.literal('work-put-off'), ...aboutWork, code: failure, afterMs: milliseconds }),
  z.strictObject({ event: z.literal('work-buried'), ...aboutWork, code: failure }),
  z.strictObject({ event: z.literal('work-lost'), ...aboutWork }),
  z.strictObject({ event: z.literal('work-revived'), items: count }),
  z.strictObject({ event: z.literal('queue-paused') }),
  z.strictObject({ event: z.literal('queue-resumed') }),
  z.strictObject({ event: z.literal('run-begun'), runId: id, documents: count }),
  z.strictObject({ event: z.literal('run-computed'), ...aboutRun, durationMs: milliseconds }),
  z.strictObject({ event: z.literal('run-accepted'), ...aboutRun }),
  z.strictObject({ event: z.literal('run-rejected'), ...aboutRun }),
  z.strictObject({ event: z.literal('run-rolled-back'), ...aboutRun }),
  z.strictObject({ event: z.literal('mailbox-read'), messages: count, files: count, refused: count }),
  z.strictObject({ event: z.literal('folder-read'), files: count }),
  z.strictObject({ event: z.literal('keys-rotated'), keys: count }),
  z.strictObject({ event: z.literal('backup-made'), files: count, durationMs: milliseconds }),
  z.strictObject({ event: z.literal('failed-unexpectedly'), code: failure }),
]);
export type TelemetryEvent = z.output<typeof telemetryEventSchema>;

/** Is told what happens. */
export interface Telemetry {
  /**
   * Never throws and waits for nobody. An event that does not fit its schema is not passed on. Of what was `thrown`, only its class, its code and
   * where in Liasse's own files it was thrown is: messages of others may quote a document.
   */
  tell(event: TelemetryEvent, thrown?: unknown): void;
}
