import { Link, useNavigate } from '@tanstack/react-router';
import { type ReactNode, useMemo } from 'react';
import type { DocumentRow } from '#http/contract/cases.ts';
import type { Column } from '../parts/column.ts';
import { DataTable } from '../parts/data-table.tsx';
import { LanguageTag } from '../parts/language-tag.tsx';
import { PaperDate } from '../parts/paper-date.tsx';
import { ScoreMeter } from '../parts/score-meter.tsx';
import { TypeLabel } from '../parts/type-label.tsx';
import { useWords, type Words } from '../words/use-words.ts';
import type { ShownDocument } from './document-filter.ts';
import { DocumentFlags } from './document-flags.tsx';
import styles from './documents-table.module.css';
import { FoundLines } from './found-lines.tsx';

interface DocumentsTableProps {
  readonly documents: readonly ShownDocument[];
  /** Beside the filter. */
  readonly tools: ReactNode;
}

/** The papers as rows, each with what is known of it. */
export function DocumentsTable({ documents, tools }: DocumentsTableProps): ReactNode {
  const words = useWords();
  const navigate = useNavigate();
  const columns = useMemo(() => columnsIn(words), [words]);
  return (
    <DataTable
      label={words.t('cases.table.label')}
      columns={columns}
      rows={documents}
      tools={tools}
      rowKey={({ row: { key } }) => key}
      filterText={({ row }) => textOf(row, words)}
      countText={(count) => words.t('cases.documentCount', { count })}
      onOpen={({ row: { key } }) => void navigate({ to: '/documents/$documentId', params: { documentId: key } })}
    />
  );
}

function textOf(row: DocumentRow, { say }: Words): string {
  const type = row.type === null ? '' : say(row.type.label);
  const language = row.language === null ? '' : say(row.language.label);
  return [type, row.issuer ?? '', row.file, language, ...row.flags.map(({ label }) => say(label))].join(' ');
}

function columnsIn({ t, say }: Words): Column<ShownDocument>[] {
  return [
    {
      id: 'type',
      header: t('cases.table.type'),
      sortBy: ({ row: { type } }) => (type === null ? null : say(type.label)),
      cell: (shown) => <TypeCell {...shown} />,
    },
    {
      id: 'date',
      header: t('cases.table.date'),
      width: '8rem',
      sortBy: ({ row: { issueDate } }) => issueDate,
      cell: ({ row: { issueDate } }) => <PaperDate iso={issueDate} isShort />,
    },
    {
      id: 'issuer',
      header: t('cases.table.issuer'),
      isWideOnly: true,
      sortBy: ({ row: { issuer } }) => issuer,
      cell: ({ row: { issuer } }) => (
        <span className={issuer === null ? styles['nothing'] : styles['issuer']}>
          {issuer ?? t('cases.table.noIssuer')}
        </span>
      ),
    },
    {
      id: 'language',
      header: t('cases.table.language'),
      width: '8rem',
      isWideOnly: true,
      sortBy: ({ row: { language } }) => (language === null ? null : say(language.label)),
      cell: ({ row: { language } }) => (language === null ? null : <LanguageTag {...language} />),
    },
    {
      id: 'flags',
      header: t('cases.table.flags'),
      isWideOnly: true,
      sortBy: ({ row: { flags } }) => flags.length,
      cell: ({ row }) => <DocumentFlags row={row} />,
    },
    {
      id: 'score',
      header: t('cases.table.score'),
      width: '8.5rem',
      isWideOnly: true,
      sortBy: ({ row: { score } }) => score,
      cell: ({ row: { score } }) => <ScoreMeter score={score} />,
    },
  ];
}

function TypeCell({ row, lines }: ShownDocument): ReactNode {
  const { t } = useWords();
  return (
    <>
      <Link to="/documents/$documentId" params={{ documentId: row.key }} className={styles['type'] ?? ''}>
        <TypeLabel label={row.type?.label ?? null} unknown={t(`cases.status.${row.status}`)} />
        <span className={styles['file']}>{row.file}</span>
      </Link>
      <FoundLines lines={lines} />
    </>
  );
}
