/** The rows of the engine's table page by page; a page without rows is an empty string. Column two counts pages from 1. */
export function splitPages(tsv: string, pages: number): string[] {
  const rows: string[][] = Array.from({ length: pages }, () => []);
  for (const row of tsv.split('\n')) {
    const page = Number(row.split('\t', 2)[1]);
    rows[page - 1]?.push(row);
  }
  return rows.map((own) => own.join('\n'));
}
