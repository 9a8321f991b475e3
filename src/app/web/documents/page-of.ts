import { LiasseFailure } from '#domain/failure.ts';
import type { DocumentPage } from '#domain/page-reading.ts';
import { pagesOf } from '../../keeping/pages-of.ts';
import type { Seat } from '../seat.ts';
import type { DocumentInScope } from './document-in-scope.ts';

/** A page of a paper as it was read. `number` is that within the file. Throws `not-found` for a page of another paper, `reading-missing`. */
export async function pageOf(
  { keeping }: Pick<Seat, 'keeping'>,
  { document, sha256 }: Pick<DocumentInScope, 'document' | 'sha256'>,
  number: number,
): Promise<DocumentPage> {
  if (number < document.pageFrom || number > document.pageTo) throw new LiasseFailure('not-found');
  const page = (await pagesOf(keeping.pages, sha256, document)).find((one) => one.page === number);
  if (page === undefined) throw new LiasseFailure('reading-missing', document.id);
  return page;
}
