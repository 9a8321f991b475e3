import { SegmentedControl } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { type ReactNode, useMemo, useState } from 'react';
import type { CaseRow } from '#http/contract/cases.ts';
import type { Me } from '#http/contract/people.ts';
import { useMe } from '../api/me.ts';
import type { Column } from '../parts/column.ts';
import { DataTable } from '../parts/data-table.tsx';
import { Label } from '../parts/label.tsx';
import { useWords, type Words } from '../words/use-words.ts';
import styles from './cases-table.module.css';
import { documentCount } from './document-count.ts';

const STATES = ['all', 'open', 'closed', 'archived'] as const;
type ShownState = (typeof STATES)[number];

/** The cases with their figures, found by name and state. */
export function CasesTable({ cases }: { readonly cases: readonly CaseRow[] }): ReactNode {
  const words = useWords();
  const { t } = words;
  const { teams } = useMe();
  const navigate = useNavigate();
  const [state, setState] = useState<ShownState>('open');
  const columns = useMemo(() => columnsIn(words, teams), [words, teams]);
  const rows = cases.filter((row) => state === 'all' || row.state === state);
  return (
    <DataTable
      label={t('cases.title')}
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
      filterText={({ name }) => name}
      countText={(count) => t('cases.count', { count })}
      firstSort={{ column: 'changed', isDown: true }}
      onOpen={({ id }) => void navigate({ to: '/cases/$caseId', params: { caseId: id } })}
      tools={
        <SegmentedControl
          aria-label={t('cases.state.label')}
          value={state}
          onChange={(value) => setState(STATES.find((one) => one === value) ?? 'all')}
          data={STATES.map((one) => ({ value: one, label: t(`cases.state.${one}`) }))}
        />
      }
    />
  );
}

function columnsIn({ t, format }: Words, teams: Me['teams']): Column<CaseRow>[] {
  const teamName = (teamId: string): string => teams.find(({ id }) => id === teamId)?.name ?? '';
  return [
    {
      id: 'name',
      header: t('cases.name'),
      sortBy: ({ name }) => name,
      cell: (row) => (
        <Link to="/cases/$caseId" params={{ caseId: row.id }} className={styles['name'] ?? ''}>
          {row.name}
        </Link>
      ),
    },
    {
      id: 'documents',
      header: t('cases.documents'),
      isWideOnly: true,
      isNumber: true,
      width: '8rem',
      sortBy: ({ documents }) => documentCount(documents),
      cell: ({ documents }) => format.number(documentCount(documents)),
    },
    {
      id: 'review',
      header: t('cases.toReview'),
      width: '11rem',
      sortBy: ({ documents }) => documents['needs-review'],
      cell: (row) => <Progress row={row} />,
    },
    {
      id: 'team',
      header: t('cases.team'),
      width: '12rem',
      isWideOnly: true,
      sortBy: ({ teamId }) => teamName(teamId),
      cell: ({ teamId }) => teamName(teamId),
    },
    {
      id: 'changed',
      header: t('cases.lastChange'),
      width: '11rem',
      isWideOnly: true,
      sortBy: lastChange,
      cell: (row) => (
        <time dateTime={lastChange(row)} title={format.moment(lastChange(row))}>
          {format.ago(lastChange(row))}
        </time>
      ),
    },
    {
      id: 'state',
      header: t('cases.state.label'),
      width: '8rem',
      isWideOnly: true,
      sortBy: ({ state }) => state,
      cell: ({ state }) => <Label tone={state === 'open' ? 'good' : 'neutral'}>{t(`cases.state.${state}`)}</Label>,
    },
  ];
}

/** The last thing known of it: judged, or opened, closed. */
function lastChange({ judgedAt, stateSince }: CaseRow): string {
  return judgedAt !== null && judgedAt > stateSince ? judgedAt : stateSince;
}

/** What still waits: for the machine first, then for a person. */
function Progress({ row }: { readonly row: CaseRow }): ReactNode {
  const { t } = useWords();
  const { waiting } = row.files;
  const toReview = row.documents['needs-review'];
  if (waiting > 0) return <Label icon="clock">{t('cases.waitingCount', { count: waiting })}</Label>;
  if (toReview > 0)
    return (
      <Label tone="weak" icon="eye">
        {t('cases.reviewCount', { count: toReview })}
      </Label>
    );
  return <span aria-hidden="true">–</span>;
}
