import writeExcelFile from 'write-excel-file/node';

/** The format that keeps a cell text also when a person edits it. */
const TEXT = '@';
/** Widths of columns: as wide as what stands in them, within bounds; letters. */
const NARROWEST = 8;
const WIDEST = 60;

/** A table as XLSX. Texts are cells of text, whatever they look like: nothing is a formula. The head stays in sight. */
export async function annexSheet(
  sheet: string,
  head: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): Promise<Uint8Array> {
  const cells = [
    head.map((value) => ({ value, type: String, fontWeight: 'bold' as const })),
    ...rows.map((row) =>
      row.map((value) => {
        if (value === '') return null;
        if (typeof value === 'number') return { value, type: Number };
        return { value, type: String, format: TEXT, alignVertical: 'top' as const, wrap: true };
      }),
    ),
  ];
  const columns = head.map((title, column) => {
    const longest = Math.max(title.length, ...rows.map((row) => String(row[column] ?? '').length));
    return { width: Math.min(WIDEST, Math.max(NARROWEST, longest + 2)) };
  });
  return writeExcelFile(cells, { sheet, columns, stickyRowsCount: 1 }).toBuffer();
}
