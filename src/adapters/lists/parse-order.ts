import { parse as parseCsv } from 'csv-parse/sync';
import { z } from 'zod';
import { readYaml } from '#definitions/read-yaml.ts';
import { LiasseFailure } from '#domain/failure.ts';
import { unescapeCell } from './annex-csv.ts';

/** A line of an order as it is written, by the names of its columns; a line without named columns has `names` and `title`. */
export interface WrittenLine {
  /** Of the file, from 1; of an entry in YAML, its number. */
  readonly line: number;
  /** By what the heading of the column is understood as. */
  readonly cells: { readonly [Column in OrderColumn]?: string };
}

/** What an order may say of a paper. */
export type OrderColumn = 'annex' | 'title' | 'file' | 'id';

/** How a file of an order is understood. */
export interface OrderText {
  readonly text: string;
  readonly format: 'csv' | 'yaml' | 'txt';
  /** What the heading of a column means; undefined for one that says nothing here. */
  columnNamed(heading: string): OrderColumn | undefined;
}

/** The lines of an order. Throws `order-unreadable`. */
export function parseOrder(order: OrderText): WrittenLine[] {
  try {
    if (order.format === 'csv') return fromCsv(order);
    return order.format === 'yaml' ? fromYaml(order.text) : fromText(order.text);
  } catch (error) {
    throw new LiasseFailure('order-unreadable', order.format, { cause: error });
  }
}

const csvRows = z.array(z.object({ record: z.array(z.string()), info: z.object({ lines: z.number() }) }));

function fromCsv({ text, columnNamed }: OrderText): WrittenLine[] {
  const [first = ''] = text.split(/\r?\n/, 1);
  // Of the three, the heading of a list holds one only.
  const delimiter = [';', '\t', ','].find((one) => first.includes(one)) ?? ';';
  const options = { delimiter, bom: true, info: true, relax_column_count: true, skip_empty_lines: true };
  const rows = csvRows.parse(parseCsv(text, options));
  const columns = rows[0]?.record.map((heading) => columnNamed(unescapeCell(heading))) ?? [];
  const hasHead = columns.some((column) => column === 'id' || column === 'file');
  const read = hasHead ? columns : (['file', 'title'] as const);
  return rows.slice(hasHead ? 1 : 0).flatMap(({ record, info }) => {
    const cells = Object.fromEntries(
      record.flatMap((cell, index) => {
        const column = read[index];
        return column === undefined ? [] : [[column, unescapeCell(cell).trim()]];
      }),
    );
    return Object.values(cells).every((cell) => cell === '') ? [] : [{ line: info.lines, cells }];
  });
}

const yamlEntry = z.union([
  z.string(),
  z.strictObject({
    id: z.string().optional(),
    file: z.string().optional(),
    title: z.string().optional(),
    annex: z.boolean().optional(),
  }),
]);

function fromYaml(text: string): WrittenLine[] {
  return z
    .array(yamlEntry)
    .parse(readYaml(text) ?? [])
    .map((entry, index) => {
      if (typeof entry === 'string') return { line: index + 1, cells: { file: entry } };
      const { id, file, title, annex } = entry;
      const cells = {
        ...(id === undefined ? {} : { id }),
        ...(file === undefined ? {} : { file }),
        ...(title === undefined ? {} : { title }),
        ...(annex === false ? { annex: '' } : {}),
      };
      return { line: index + 1, cells };
    });
}

/** One a line; a title stands behind a tab or a bar. Lines that begin with # are the writer's own. */
function fromText(text: string): WrittenLine[] {
  return text
    .replace(/^\ufeff/, '')
    .split(/\r\n|\r|\n/)
    .flatMap((written, index) => {
      const [file = '', title] = written.split(/\t|\s\|\s/, 2).map((part) => part.trim());
      if (file === '' || file.startsWith('#')) return [];
      return [{ line: index + 1, cells: { file, ...(title === undefined ? {} : { title }) } }];
    });
}
