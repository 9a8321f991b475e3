import type { DocumentRecord } from '#domain/document-record.ts';
import { FAILURES, type FailureCode } from '#domain/failure.ts';
import type { StageEvent } from '#ports/stage-observer.ts';
import type { TelemetryEvent } from '#ports/telemetry.ts';

/** What is told of a document that was judged: of all its record says, how it ended and two counts. */
export function documentJudged({ id, status, ocr, flags, error }: DocumentRecord): TelemetryEvent {
  return {
    event: 'document-judged',
    documentId: id,
    status,
    pages: ocr?.pages.length ?? 0,
    flags: flags.length,
    code: error === null ? null : failureCode(error.code),
  };
}

/** What is told of a stage that finished. */
export function stageFinished({ stage, outcome, durationMs }: StageEvent): TelemetryEvent {
  return { event: 'stage-finished', stage, outcome, durationMs };
}

function failureCode(code: string): FailureCode {
  return isFailureCode(code) ? code : 'internal-error';
}

function isFailureCode(code: string): code is FailureCode {
  return Object.hasOwn(FAILURES, code);
}
