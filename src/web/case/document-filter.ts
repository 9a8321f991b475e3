import type { DocumentRow, FoundPaper } from '#http/contract/cases.ts';

/** What a list of papers is narrowed to; null: to nothing. */
export interface DocumentFilter {
  readonly type: string | null;
  readonly language: string | null;
  /** `any`: with some weak point, `none`: without. */
  readonly flag: string | null;
  readonly status: string | null;
  readonly letterhead: string | null;
}

export const NO_FILTER: DocumentFilter = { type: null, language: null, flag: null, status: null, letterhead: null };

/** A paper with the lines in which words that were looked for stand. */
export interface ShownDocument {
  readonly row: DocumentRow;
  readonly lines: FoundPaper['lines'];
}

/** The papers that fit; those that were found come in the order in which they were found. */
export function filterDocuments(
  documents: readonly DocumentRow[],
  filter: DocumentFilter,
  found: readonly FoundPaper[] | undefined,
): ShownDocument[] {
  const fitting = documents.filter((row) => fits(row, filter));
  if (found === undefined) return fitting.map((row) => ({ row, lines: [] }));
  const byKey = new Map(fitting.map((row) => [row.key, row]));
  return found.flatMap(({ key, lines }) => {
    const row = byKey.get(key);
    return row === undefined ? [] : [{ row, lines }];
  });
}

function fits(row: DocumentRow, { type, language, flag, status, letterhead }: DocumentFilter): boolean {
  return (
    (type === null || (row.type?.id ?? '') === type) &&
    (language === null || row.language?.code === language) &&
    (status === null || row.status === status) &&
    (letterhead === null || (row.issuer === null ? 'without' : 'with') === letterhead) &&
    fitsFlag(row, flag)
  );
}

function fitsFlag({ flags }: DocumentRow, flag: string | null): boolean {
  if (flag === null) return true;
  if (flag === 'any') return flags.length > 0;
  if (flag === 'none') return flags.length === 0;
  return flags.some(({ code }) => code === flag);
}
