import type { DocumentRecord } from '#domain/document-record.ts';
import type { Bilingual } from '#domain/findings.ts';
import type { KeptFile } from '#ports/kept-files.ts';
import type { KeptDocument } from '#ports/kept-results.ts';
import { failedRecord } from './failed-record.ts';
import { localisedRecord } from './localised-record.ts';
import type { Keeping } from './open-keeping.ts';

/** What is said of a file, as `liasse intake` prints it: its documents in force, or why there are none. Empty while it waits. */
export function recordsOfFile(
  file: KeptFile,
  documents: readonly KeptDocument[],
  about: { readonly pipeline: DocumentRecord['pipeline']; readonly language: keyof Bilingual },
): DocumentRecord[] {
  if (file.failure !== null) return [failedRecord(file, file.failure, about)];
  return documents.map(({ judgement }) => localisedRecord(judgement.record, about.language));
}

/** All records of a case, in the order in which its files came in. */
export async function caseRecords(
  { files, results }: Pick<Keeping, 'files' | 'results'>,
  caseId: string,
  about: Parameters<typeof recordsOfFile>[2],
): Promise<DocumentRecord[]> {
  const documents = await results.ofCase(caseId);
  return (await files.ofCase(caseId)).flatMap((file) =>
    recordsOfFile(
      file,
      documents.filter(({ fileId }) => fileId === file.id),
      about,
    ),
  );
}
