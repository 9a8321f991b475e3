import type { ListContent, ListRow } from '#domain/dossier.ts';
import { type DossierFonts, printable } from './embed-fonts.ts';
import { A4, points } from './fit-page.ts';
import { wrapText } from './wrap-text.ts';

/** Measures of the cover and the list, points. */
export const FRONT = {
  left: points(20),
  right: A4.width - points(20),
  top: A4.height - points(24),
  bottom: points(20),
};

/** Columns of the list: left edges, and what stands at the right of its column. */
export const COLUMNS = {
  number: FRONT.left,
  title: FRONT.left + 46,
  date: FRONT.right - 196,
  pages: FRONT.right - 100,
  at: FRONT.right,
};

/** Sizes of print and the distance of lines, points. */
export const LIST_PRINT = {
  heading: { size: 18, line: 34 },
  columns: { size: 8.5, line: 21 },
  group: { size: 11, line: 15, before: 5, after: 6 },
  title: { size: 10, line: 13.5 },
  detail: { size: 8.5, line: 11.5 },
  between: 7,
};

/** Something on a page of the list, from the top down. */
export type ListItem =
  | { readonly kind: 'heading'; readonly y: number }
  | { readonly kind: 'columns'; readonly y: number }
  | { readonly kind: 'group'; readonly y: number; readonly lines: readonly string[] }
  | {
      readonly kind: 'row';
      readonly y: number;
      readonly height: number;
      readonly row: ListRow;
      readonly title: readonly string[];
      readonly detail: readonly string[];
    };

/** The list on as many pages as it takes, at least one. A heading never stands alone at the end of a page. */
export function layOutList({ groups }: ListContent, fonts: DossierFonts): ListItem[][] {
  const pages: ListItem[][] = [];
  let { page, y } = beginPage(true);
  pages.push(page);
  const rows = groups.flatMap(({ label, rows: own }) =>
    own.map((row, index) => ({ row, heading: index === 0 && label !== null ? groupLines(label, fonts) : [] })),
  );
  for (const { row, heading } of rows) {
    const above = heightOfHeading(heading);
    const laid = layOutRow(row, fonts);
    if (y - above - laid.height < FRONT.bottom) {
      ({ page, y } = beginPage(false));
      pages.push(page);
    }
    if (heading.length > 0) page.push({ kind: 'group', y: y - LIST_PRINT.group.before, lines: heading });
    page.push({ kind: 'row', y: y - above, row, ...laid });
    y -= above + laid.height;
  }
  return pages;
}

/** A page with its head, and where the next line stands. */
function beginPage(isFirst: boolean): { page: ListItem[]; y: number } {
  const below = FRONT.top - (isFirst ? LIST_PRINT.heading.line : 0);
  const head: ListItem[] = isFirst ? [{ kind: 'heading', y: FRONT.top }] : [];
  return { page: [...head, { kind: 'columns', y: below }], y: below - LIST_PRINT.columns.line };
}

function heightOfHeading({ length }: readonly string[]): number {
  const { before, line, after } = LIST_PRINT.group;
  return length === 0 ? 0 : before + length * line + after;
}

function groupLines(label: string, { bold }: DossierFonts): string[] {
  return wrapText(printable(label), {
    font: bold,
    size: LIST_PRINT.group.size,
    width: FRONT.right - FRONT.left,
  });
}

function layOutRow(
  row: ListRow,
  { regular, bold }: DossierFonts,
): { readonly height: number; readonly title: string[]; readonly detail: string[] } {
  const width = COLUMNS.date - COLUMNS.title - 10;
  const details = row.details
    .map(printable)
    .filter((detail) => detail !== '')
    .join(' · ');
  const title = wrapText(printable(row.title), { font: bold, size: LIST_PRINT.title.size, width });
  const detail = wrapText(details, { font: regular, size: LIST_PRINT.detail.size, width });
  const lines = Math.max(1, title.length) * LIST_PRINT.title.line + detail.length * LIST_PRINT.detail.line;
  return { height: lines + LIST_PRINT.between, title, detail };
}
