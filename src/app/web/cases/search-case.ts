import { paperKey } from '#domain/paper-key.ts';
import { searchPapers } from '../../keeping/search-papers.ts';
import { caseInScope } from '../scope/case-in-scope.ts';
import type { Seat } from '../seat.ts';

/** A paper that was found, and the lines of it that say why. */
export interface FoundPaper {
  readonly key: string;
  readonly lines: readonly { readonly page: number; readonly text: string }[];
}

/** Papers of a case in which all the words stand, the best first. The log is told that somebody searched, not what for. Throws `not-found`. */
export async function searchCase(
  seat: Seat,
  caseId: string,
  { words, limit }: { readonly words: string; readonly limit: number },
): Promise<FoundPaper[]> {
  const { id } = await caseInScope(seat, caseId);
  const found = await searchPapers(seat.keeping, words, { caseName: id, limit });
  await seat.keeping.audit.append([{ action: 'case-searched', subject: id, detail: { found: found.length } }]);
  return found.map(({ fileId, record, lines }) => ({
    key: paperKey(fileId, record.pages?.from ?? 1),
    lines: lines.map(({ page, text }) => ({ page, text })),
  }));
}
