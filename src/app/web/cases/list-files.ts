import { FAILURES, failureCodeSchema } from '#domain/failure.ts';
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
  /** Why it was rejected, or why reading it was given up, and what to do. */
  readonly failure: { readonly code: string; readonly message: Bilingual } | null;
  /** Whether it can be tried again: its bytes are kept, and reading them failed. */
  readonly canRetry: boolean;
}

/** The files of a case in the order in which they came. Throws `not-found`. */
export async function listFiles(seat: Seat, caseId: string): Promise<FileRow[]> {
  const { id } = await caseInScope(seat, caseId);
  const [files, dead] = await Promise.all([seat.keeping.files.ofCase(id), seat.keeping.work.dead()]);
  await seat.noteView('case-viewed', id);
  const givenUp = new Map(
    dead.flatMap(({ kind, subject, code }) => (kind === 'file' ? [[subject, code] as const] : [])),
  );
  return files.map((file) => fileRowOf(file, givenUp.get(file.id) ?? null));
}

/** A file as it is shown. `givenUp`: the code of the failure after which nobody tries it any more, if so. */
export function fileRowOf(file: KeptFile, givenUp: string | null): FileRow {
  const { id, name, mediaType, sizeBytes, isContainer, state, via, copyOf } = file;
  const { data: gaveUpFor } = failureCodeSchema.nullable().safeParse(givenUp);
  const failure = file.failure ?? gaveUpFor ?? null;
  return {
    ...{ id, name, mediaType, sizeBytes, isContainer, state, via, copyOf },
    receivedAt: file.receivedAt.toISOString(),
    pages: file.pageCount,
    failure: failure === null ? null : { code: failure, message: FAILURES[failure].message },
    // What was refused at the door has left no bytes.
    canRetry: givenUp !== null || (state === 'rejected' && mediaType !== null),
  };
}
