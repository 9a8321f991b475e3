import type { CasePaper } from '#domain/case-paper.ts';
import type { DocumentPage } from '#domain/page-reading.ts';
import type { Keeping } from '../keeping/open-keeping.ts';
import { pagesOf } from '../keeping/pages-of.ts';

/** The pages of a paper of a case as they were read; none when nobody could read it. Throws `reading-missing`, `sealed-damaged`. */
export async function pagesOfPaper(
  { results, pages }: Pick<Keeping, 'results' | 'pages'>,
  { record: { id, sha256 } }: Pick<CasePaper, 'record'>,
): Promise<DocumentPage[]> {
  if (sha256 === null) return [];
  const [document] = await results.byId(id);
  return document === undefined ? [] : pagesOf(pages, sha256, document);
}
