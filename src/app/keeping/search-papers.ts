import type { DocumentRecord } from '#domain/document-record.ts';
import type { DocumentPage, Line } from '#domain/page-reading.ts';
import { lineText } from '#text/line-text.ts';
import { searchWords } from '#text/search-words.ts';
import type { Keeping } from './open-keeping.ts';
import { pagesOf } from './pages-of.ts';

/** A paper that was found, and the lines of it that say why. */
export interface FoundText {
  readonly caseName: string;
  readonly fileId: string;
  readonly record: DocumentRecord;
  readonly lines: readonly { readonly page: number; readonly text: string }[];
}

/** Lines that are shown of one paper. */
const LINES_SHOWN = 3;

/** Papers in which all words of the query stand, in one case or in all; the best first. Empty for a case that is not there. */
export async function searchPapers(
  keeping: Keeping,
  query: string,
  { caseName, limit }: { readonly caseName: string | undefined; readonly limit: number },
): Promise<FoundText[]> {
  const inCase = caseName === undefined ? undefined : await keeping.cases.find(caseName);
  if (caseName !== undefined && inCase === undefined) return [];
  const hits = await keeping.search.find(query, { caseId: inCase?.id, limit });
  const wanted = new Set(searchWords(query).map(({ word }) => word));
  const found: FoundText[] = [];
  for (const hit of hits) {
    const document = (await keeping.results.ofFile(hit.fileId)).find(({ id }) => id === hit.documentId);
    const sha256 = document?.judgement.record.sha256;
    if (document === undefined || sha256 == null) continue;
    const pages = await pagesOf(keeping.pages, sha256, document);
    found.push({
      caseName: hit.caseName,
      fileId: hit.fileId,
      record: document.judgement.record,
      lines: bestLines(pages, wanted),
    });
  }
  return found;
}

/** The lines with most of the words; a stem finds other forms of a word, so its beginning counts too. */
function bestLines(pages: readonly DocumentPage[], wanted: ReadonlySet<string>): FoundText['lines'] {
  const beginnings = [...wanted].map((word) => word.slice(0, Math.max(4, word.length - 3)));
  const score = (line: Line): number => {
    const words = searchWords(lineText(line)).map(({ word }) => word);
    return beginnings.filter((beginning) => words.some((word) => word.startsWith(beginning))).length;
  };
  return pages
    .flatMap(({ page, lines }) => lines.map((line) => ({ page, text: lineText(line), score: score(line) })))
    .filter((line) => line.score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, LINES_SHOWN)
    .map(({ page, text }) => ({ page, text }));
}
