import { stringify } from 'csv-stringify/sync';

/** What a spreadsheet takes for the beginning of a formula; csv-stringify knows all but the last, the end of a line. */
const FORMULA = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

/**
 * A table as CSV that spreadsheets open by a double click (semicolons, a byte order mark) and in which nothing is a formula: what looks like one gets an
 * apostrophe before it.
 */
export function annexCsv(head: readonly string[], rows: readonly (readonly (string | number)[])[]): Uint8Array {
  const text = stringify(
    [head, ...rows].map((row) => row.map(harmless)),
    {
      delimiter: ';',
      bom: true,
      escape_formulas: true,
      record_delimiter: 'windows',
    },
  );
  return Buffer.from(text);
}

/** A line's end at the beginning of a cell hides what follows it. */
function harmless(value: string | number): string | number {
  return typeof value === 'string' && value.startsWith('\n') ? `'${value}` : value;
}

/** A cell as it was before it was made harmless. */
export function unescapeCell(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell.slice(1)) ? cell.slice(1) : cell;
}
