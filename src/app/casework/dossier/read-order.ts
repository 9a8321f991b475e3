import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { decodeText } from '#adapters/files/sniff-media-type.ts';
import { type OrderText, parseOrder, type WrittenLine } from '#adapters/lists/parse-order.ts';
import { columnNamed } from '#casework/dossier/describe-rows.ts';
import { matchOrder, type OrderLine, type OrderProblem, type PaperOrder } from '#casework/dossier/paper-order.ts';
import type { CasePaper } from '#domain/case-paper.ts';
import { LiasseFailure } from '#domain/failure.ts';

const FORMATS: Readonly<Record<string, OrderText['format']>> = {
  '.csv': 'csv',
  '.yaml': 'yaml',
  '.yml': 'yaml',
  '.txt': 'txt',
};

/** An order that a person wrote, and what in it names no paper. Throws `order-unreadable`. */
export async function readOrder(
  path: string,
  papers: readonly CasePaper[],
  isOnly: boolean,
): Promise<{ readonly order: PaperOrder; readonly problems: readonly OrderProblem[] }> {
  const format = FORMATS[extname(path).toLowerCase()];
  const bytes = await readFile(path).catch(() => undefined);
  const text = bytes === undefined ? undefined : decodeText(bytes);
  if (format === undefined || text === undefined) throw new LiasseFailure('order-unreadable', extname(path));
  const lines = parseOrder({ text, format, columnNamed: orderColumn });
  return matchOrder(lines.map(asOrderLine), papers, isOnly);
}

function orderColumn(heading: string): 'annex' | 'title' | 'file' | 'id' | undefined {
  const column = columnNamed(heading);
  return column === 'annex' || column === 'title' || column === 'file' || column === 'id' ? column : undefined;
}

/** A line with an empty number says that the paper is no annex. */
function asOrderLine({ line, cells }: WrittenLine): OrderLine {
  const names = cells.id === undefined || cells.id === '' ? (cells.file ?? '') : cells.id;
  const title = cells.title === undefined || cells.title === '' ? null : cells.title;
  return { line, names, file: cells.file ?? null, title, isAnnex: cells.annex !== '' };
}
