import type { DocumentView } from '#http/contract/documents.ts';

/** The pages of a paper within its file; of a file that has no pages, the one it is shown as. */
export function pagesOf({ pages }: DocumentView['record']): { readonly from: number; readonly to: number } {
  return pages ?? { from: 1, to: 1 };
}
