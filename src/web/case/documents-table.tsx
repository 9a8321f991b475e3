import { Link, useNavigate } from '@tanstack/react-router';
import { type ReactNode, useMemo } from 'react';
import type { DocumentRow } from '#http/contract/cases.ts';
import type { Column } from '../parts/column.ts';
import { DataTable } from '../parts/data-table.tsx';
import { FlagChip } from '../parts/flag-chip.tsx';
import { LanguageTag } from '../parts/language-tag.tsx';
import { PaperDate } from '../parts/paper-date.tsx';
import { ScoreMeter } from '../parts/score-meter.tsx';
import { TypeLabel } from '../parts/type-label.tsx';
import { useWords, type Words } from '../words/use-words.ts';
import styles from './documents-table.module.css';

/** As many as stand in a row; the rest is said as a number. */
const FLAGS_SHOWN = 2;

export function DocumentsTable({ documents }: { readonly documents: readonly DocumentRow[] }): ReactNode {
  const words = useWords();
  const navigate = useNavigate();
  const columns = useMemo(() => columnsIn(words), [words]);
  return (
    <DataTable
      label={words.t('cases.table.label')}
      columns={columns}
      rows={documents}
      rowKey={({ key }) => key}
      filterText={(row) => textOf(row, words)}
      countText={(count) => words.t('cases.documentCount', { count })}
      onOpen={({ key }) => void navigate({ to: '/documents/$documentId', params: { documentId: key } })}
    />
  );
}

function textOf(row: DocumentRow, { say }: Words): string {
  const type = row.type === null ? '' : say(row.type.label);
  const language = row.language === null ? '' : say(row.language.label);
  return [type, row.issuer ?? '', row.file, language, ...row.flags.map(({ label }) => say(label))].join(' ');
}

function columnsIn({ t, say }: Words): Column<DocumentRow>[] {
  return [
    {
      id: 'type',
      header: t('cases.table.type'),
      sortBy: ({ type }) => (type === null ? null : say(type.label)),
      cell: (row) => (
        <Link to="/documents/$documentId" params={{ documentId: row.key }} className={styles['type'] ?? ''}>
          <TypeLabel label={row.type?.label ?? null} unknown={t(`cases.status.${row.status}`)} />
          <span className={styles['issuer']}>{row.issuer ?? t('cases.table.noIssuer')}</span>
        </Link>
      ),
    },
    {
      id: 'date',
      header: t('cases.table.date'),
      width: '8rem',
      sortBy: ({ issueDate }) => issueDate,
      cell: ({ issueDate }) => <PaperDate iso={issueDate} isShort />,
    },
    {
      id: 'language',
      header: t('cases.table.language'),
      width: '8rem',
      isWideOnly: true,
      sortBy: ({ language }) => (language === null ? null : say(language.label)),
      cell: ({ language }) => (language === null ? null : <LanguageTag {...language} />),
    },
    {
      id: 'flags',
      header: t('cases.table.flags'),
      isWideOnly: true,
      sortBy: ({ flags }) => flags.length,
      cell: (row) => <Flags row={row} />,
    },
    {
      id: 'score',
      header: t('cases.table.score'),
      width: '8.5rem',
      isWideOnly: true,
      sortBy: ({ score }) => score,
      cell: ({ score }) => <ScoreMeter score={score} />,
    },
  ];
}

function Flags({ row: { flags } }: { readonly row: DocumentRow }): ReactNode {
  const { t } = useWords();
  if (flags.length === 0) return <span className={styles['nothing']}>{t('cases.table.noFlag')}</span>;
  return (
    <span className={styles['flags']}>
      {flags.slice(0, FLAGS_SHOWN).map(({ code, ...flag }) => (
        <FlagChip key={code} {...flag} />
      ))}
      {flags.length > FLAGS_SHOWN ? <span className={styles['nothing']}>+{flags.length - FLAGS_SHOWN}</span> : null}
    </span>
  );
}
