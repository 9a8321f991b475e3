import type { DocumentRecord } from '#domain/document-record.ts';
import { type FailureCode, LiasseFailure } from '#domain/failure.ts';
import type { Bilingual } from '#domain/findings.ts';
import { buildFailedRecord } from '../build-record.ts';

/** The line of a file of which nothing could be read. */
export function failedRecord(
  file: { readonly name: string; readonly sha256: string | null },
  failure: FailureCode,
  about: { readonly pipeline: DocumentRecord['pipeline']; readonly language: keyof Bilingual },
): DocumentRecord {
  const { name, sha256 } = file;
  return buildFailedRecord(
    { file: name, pipeline: about.pipeline, ...(sha256 === null ? {} : { sha256 }) },
    new LiasseFailure(failure),
    about.language,
  );
}
