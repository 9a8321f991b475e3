import type { DocumentRecord } from '#domain/document-record.ts';
import type { Bilingual } from '#domain/findings.ts';
import { failedPagesMessage, failureMessage } from '../build-record.ts';

/** A kept record with its error in the language of whoever reads it; everything else is in both. */
export function localisedRecord(record: DocumentRecord, language: keyof Bilingual): DocumentRecord {
  const { error, ocr } = record;
  if (error === null) return record;
  const failed = (ocr?.pages ?? []).filter(({ state }) => state === 'failed').map(({ page }) => page);
  const message =
    failed.length === 0 ? failureMessage(error.code, language) : failedPagesMessage(failed, error.code, language);
  return { ...record, error: { code: error.code, message } };
}
