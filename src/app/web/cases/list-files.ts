import { FAILURES } from '#domain/failure.ts';
import type { Bilingual } from '#domain/findings.ts';
import type { KeptFile } from '#ports/kept-files.ts';
import { caseInScope } from '../scope/case-in-scope.ts';
import type { Seat } from '../seat.ts';

/** A file that came in, and what became of it. */
export interface FileRow extends Pick<KeptFile, 'id' | 'name' | 'mediaType' | 'sizeBytes' | 'isContainer' | 'state'> {
  readonly via: KeptFile['via'];
  readonly receivedAt: string;
  readonly pages: number | null;
  /** Name of the file that brought the same bytes before. */
  readonly copyOf: string | null;
  /** Why it was rejected, and what to do. */
  readonly failure: { readonly code: string; readonly message: Bilingual } | null;
}

/** The files of a case in the order in which they came. Throws `not-found`. */
export async function listFiles(seat: Seat, caseId: string): Promise<FileRow[]> {
  const { id } = await caseInScope(seat, caseId);
  const files = await seat.keeping.files.ofCase(id);
  await seat.noteView('case-viewed', id);
  return files.map(asFileRow);
}

export function asFileRow(file: KeptFile): FileRow {
  const { id, name, mediaType, sizeBytes, isContainer, state, via, copyOf, failure } = file;
  return {
    ...{ id, name, mediaType, sizeBytes, isContainer, state, via, copyOf },
    receivedAt: file.receivedAt.toISOString(),
    pages: file.pageCount,
    failure: failure === null ? null : { code: failure, message: FAILURES[failure].message },
  };
}
