import { LiasseFailure } from '#domain/failure.ts';
import type { DocumentPage } from '#domain/page-reading.ts';
import type { KeptPages } from '#ports/kept-pages.ts';
import type { KeptDocument } from '#ports/kept-results.ts';

/** The pages of a kept document as they were read. Throws `reading-missing`. */
export function pagesOf(
  pages: KeptPages,
  sha256: string,
  { id, keys }: Pick<KeptDocument, 'id' | 'keys'>,
): Promise<DocumentPage[]> {
  const digest = keys['document-pages']?.digest;
  if (digest === undefined) throw new LiasseFailure('reading-missing', id);
  return pages.read(sha256, digest);
}
