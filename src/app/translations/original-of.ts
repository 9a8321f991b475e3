import { LiasseFailure } from '#domain/failure.ts';
import type { DocumentPage } from '#domain/page-reading.ts';
import type { KeptFile } from '#ports/kept-files.ts';
import type { KeptDocument } from '#ports/kept-results.ts';
import type { TranslationOrder } from '#ports/translations.ts';
import type { Keeping } from '../keeping/open-keeping.ts';
import { pagesOf } from '../keeping/pages-of.ts';

/** The paper that an order is about: its file, what was judged of it, and its pages as they were read. */
export interface OriginalPaper {
  readonly file: KeptFile;
  readonly document: KeptDocument;
  readonly pages: readonly DocumentPage[];
}

/** Throws `not-found` when the paper is not there any more as it was ordered. */
export async function originalOf(
  { files, results, pages: kept }: Pick<Keeping, 'files' | 'results' | 'pages'>,
  { fileId, pages }: Pick<TranslationOrder, 'fileId' | 'pages'>,
): Promise<OriginalPaper> {
  const [file, documents] = await Promise.all([files.find(fileId), results.ofFile(fileId)]);
  const document = documents.find(({ pageFrom, pageTo }) => pageFrom === pages.from && pageTo === pages.to);
  if (file?.sha256 == null || document === undefined) throw new LiasseFailure('not-found');
  return { file, document, pages: await pagesOf(kept, file.sha256, document) };
}
