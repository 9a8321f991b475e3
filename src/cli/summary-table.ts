import Table from 'cli-table3';
import type { Labels } from '#app/pipeline-labels.ts';
import type { DocumentRecord } from '#domain/document-record.ts';
import { MESSAGES, type OutputLanguage } from './messages.ts';
import { printable } from './printable.ts';

export interface TableView {
  readonly language: OutputLanguage;
  readonly width: number;
  /** Whether each row begins with the paper's short id, for the commands that take one. */
  readonly hasIds?: boolean;
}

/** Letters of an id that tell papers of any case apart. */
export const ID_LETTERS = 8;

/** Below this width a table would break every word; the adviser gets the wide one and scrolls. */
const NARROWEST = 100;

/** The readable table of an intake, one row a document. */
export function summaryTable(records: readonly DocumentRecord[], labels: Labels, view: TableView): string {
  const text = MESSAGES[view.language];
  const columns = text.table;
  const width = Math.max(view.width, NARROWEST);
  // Borders and padding take three characters a column; the fixed columns need what their longest value needs.
  const ids = view.hasIds ? { head: [columns.id], widths: [ID_LETTERS + 2] } : { head: [], widths: [] };
  const flexible = width - 8 * 3 - 1 - (7 + 7 + 10 + 5) - (view.hasIds ? ID_LETTERS + 3 : 0);
  const share = (part: number): number => Math.max(8, Math.floor(flexible * part)) + 2;
  const table = new Table({
    head: [
      ...ids.head,
      columns.file,
      columns.pages,
      columns.type,
      columns.languages,
      columns.issued,
      columns.letterhead,
      columns.score,
      columns.flags,
    ],
    colWidths: [...ids.widths, share(0.26), 9, share(0.22), 9, 12, share(0.26), 7, share(0.26)],
    wordWrap: true,
    wrapOnWordBoundary: true,
    style: { head: [], border: [], compact: true },
  });
  for (const record of records) {
    const row = rowOf(record, labels, view.language);
    table.push(view.hasIds ? [record.id.slice(0, ID_LETTERS), ...row] : row);
  }
  return table.toString();
}

function rowOf(record: DocumentRecord, labels: Labels, language: OutputLanguage): string[] {
  const text = MESSAGES[language];
  const file = printable(record.file);
  if (record.error !== null && record.status === 'failed')
    return [file, '', record.error.code, '', '', '', '', record.error.message];
  const type = record.type === null ? text.unknownType : labels.typeLabel(record.type.id);
  return [
    file,
    pagesOf(record),
    record.status === 'needs-review' ? `${type} ?` : type,
    record.languages.map((one) => one.code).join(' '),
    record.issueDate?.iso ?? text.noDate,
    printable(record.letterhead?.issuer ?? (record.letterhead?.present ? '✓' : '–')),
    record.score === null ? '–' : String(record.score),
    record.flags.map((flag) => labels.flagLabel(flag.code)).join(', '),
  ];
}

function pagesOf({ pages }: DocumentRecord): string {
  if (pages === null) return '';
  const range = pages.from === pages.to ? `${pages.from}` : `${pages.from}-${pages.to}`;
  return `${range}/${pages.of}`;
}
