import type { DocumentRecord } from '#domain/document-record.ts';
import { failureCodeSchema } from '#domain/failure.ts';
import type { FileResult } from '#ports/kept-results.ts';
import type { Receipt, WayIn } from '#ports/received-files.ts';
import type { StageEvent } from '#ports/stage-observer.ts';
import type { TelemetryEvent } from '#ports/telemetry.ts';
import type { WorkReport } from './keeping/perform-work.ts';

/** What is told of a document that was judged: of all its record says, how it ended and two counts. */
export function documentJudged({ id, status, ocr, flags, error }: DocumentRecord): TelemetryEvent {
  return {
    event: 'document-judged',
    documentId: id,
    status,
    pages: ocr?.pages.length ?? 0,
    flags: flags.length,
    code: error === null ? null : failureCodeSchema.catch('internal-error').parse(error.code),
  };
}

/** What is told of a stage that finished. */
export function stageFinished({ stage, outcome, durationMs }: StageEvent): TelemetryEvent {
  return { event: 'stage-finished', stage, outcome, durationMs };
}

/** What is told of a receipt, once it is given out. */
export function fileReceived({ fileId, state, failure }: Receipt, via: WayIn, caseId: string): TelemetryEvent {
  return { event: 'file-received', fileId, caseId, via, state, code: failure };
}

/** What is told of a file that was read to its end, or could not be. */
export function fileFinished(
  { fileId, outcome, documents, pageCount }: FileResult,
  durationMs: number,
): TelemetryEvent {
  const state = outcome === 'judged' ? 'accepted' : 'rejected';
  const code = outcome === 'judged' ? null : outcome.rejected;
  const counts = { documents: documents.length, pages: pageCount ?? 0 };
  return { event: 'file-finished', fileId, state, ...counts, durationMs, code };
}

/** What is told of a try of work: the event, and what was thrown if it failed. */
export function workSettled({ item, outcome, failure, elapsedMs }: WorkReport): {
  readonly event: TelemetryEvent;
  readonly thrown: unknown;
} {
  const { id: workId, subject: subjectId, kind, workClass, attempts } = item;
  const about = { workId, subjectId, kind, workClass, attempts };
  const thrown = failure ?? undefined;
  if (outcome.end === 'lost') return { event: { event: 'work-lost', ...about }, thrown };
  if (failure === null) return { event: { event: 'work-done', ...about, durationMs: elapsedMs }, thrown };
  const { code } = failure;
  return outcome.end === 'later'
    ? { event: { event: 'work-put-off', ...about, code, afterMs: outcome.afterMs }, thrown }
    : { event: { event: 'work-buried', ...about, code }, thrown };
}
