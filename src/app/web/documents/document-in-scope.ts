import { LiasseFailure } from '#domain/failure.ts';
import { paperKey, readPaperKey } from '#domain/paper-key.ts';
import type { KeptFile } from '#ports/kept-files.ts';
import type { KeptDocument } from '#ports/kept-results.ts';
import { caseInScope } from '../scope/case-in-scope.ts';
import type { Seat } from '../seat.ts';

/** A paper in force, its file, and all papers of that file. */
export interface DocumentInScope {
  readonly document: KeptDocument;
  readonly file: KeptFile;
  /** Of the file's bytes. */
  readonly sha256: string;
  readonly siblings: readonly KeptDocument[];
}

/**
 * The paper of that key (`<file>:<page>`), if it is of a case of theirs. A page inside a paper names it too: an address from before papers were cut or joined still
 * leads to where that page is now. Throws `not-found`.
 */
export async function documentInScope(seat: Seat, key: string): Promise<DocumentInScope> {
  const { fileId, page } = readPaperKey(key);
  const file = await seat.keeping.files.find(fileId);
  if (file?.sha256 == null) throw new LiasseFailure('not-found');
  await caseInScope(seat, file.caseId);
  const siblings = await seat.keeping.results.ofFile(fileId);
  const document = siblings.find(({ pageFrom, pageTo }) => pageFrom <= page && page <= pageTo);
  if (document === undefined) throw new LiasseFailure('not-found');
  return { document, file, sha256: file.sha256, siblings };
}

/** What a paper is called in addresses and in the audit log: the same bytes in another case are another paper. */
export function keyOfDocument({ fileId, pageFrom }: Pick<KeptDocument, 'fileId' | 'pageFrom'>): string {
  return paperKey(fileId, pageFrom);
}
