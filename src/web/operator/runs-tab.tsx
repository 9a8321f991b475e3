import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { type ReactNode, useMemo, useState } from 'react';
import type { RunRow } from '#http/contract/operator.ts';
import { runsQuery } from '../api/operator.ts';
import type { Column } from '../parts/column.ts';
import { DataTable } from '../parts/data-table.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { Icon } from '../parts/icon.tsx';
import { QueryView } from '../parts/query-view.tsx';
import { Section } from '../parts/section.tsx';
import { useShortcut } from '../parts/use-shortcut.ts';
import { useWords, type Words } from '../words/use-words.ts';
import { BeginRunDialog } from './begin-run-dialog.tsx';
import styles from './operator.module.css';
import { writeScope } from './run-scope.ts';
import { RunState } from './run-state.tsx';

/** Archives that were judged again. */
export function RunsTab(): ReactNode {
  const words = useWords();
  const { t } = words;
  const query = useQuery(runsQuery);
  const navigate = useNavigate();
  const [isBeginning, setIsBeginning] = useState(false);
  useShortcut({ keys: 'n', what: t('operator.runs.begin') }, () => setIsBeginning(true));
  const columns = useMemo(() => columnsIn(words), [words]);
  const begin = (
    <Button leftSection={<Icon name="plus" size={16} />} onClick={() => setIsBeginning(true)}>
      {t('operator.runs.begin')}
    </Button>
  );
  return (
    <>
      <QueryView query={query}>
        {({ runs }) =>
          runs.length === 0 ? (
            <EmptyState icon="undo" title={t('operator.runs.emptyTitle')} text={t('operator.runs.emptyText')}>
              {begin}
            </EmptyState>
          ) : (
            <Section title={t('operator.runs.title')} text={t('operator.runs.text')} actions={begin}>
              <DataTable
                label={t('operator.tableOf', { title: t('operator.runs.title') })}
                columns={columns}
                rows={runs}
                rowKey={({ id }) => id}
                onOpen={({ id }) => void navigate({ to: '/operations/runs/$runId', params: { runId: id } })}
              />
            </Section>
          )
        }
      </QueryView>
      <BeginRunDialog isOpen={isBeginning} onClose={() => setIsBeginning(false)} />
    </>
  );
}

function columnsIn(words: Words): Column<RunRow>[] {
  const { t, format } = words;
  return [
    {
      id: 'scope',
      header: t('operator.runs.scope'),
      cell: (run) => (
        <Link to="/operations/runs/$runId" params={{ runId: run.id }} className={styles['link'] ?? ''}>
          {writeScope(run, words)}
        </Link>
      ),
    },
    {
      id: 'state',
      header: t('operator.runs.state'),
      width: '11rem',
      sortBy: ({ state }) => state,
      cell: ({ state }) => <RunState state={state} />,
    },
    {
      id: 'progress',
      header: t('operator.runs.progress'),
      width: '10rem',
      isWideOnly: true,
      isNumber: true,
      cell: ({ done, planned }) => (
        <span className={styles['number']}>
          {format.number(done)} / {format.number(planned)}
        </span>
      ),
    },
    {
      id: 'started',
      header: t('operator.runs.started'),
      width: '12rem',
      isWideOnly: true,
      sortBy: ({ startedAt }) => startedAt,
      cell: ({ startedAt }) => <time dateTime={startedAt}>{format.moment(startedAt)}</time>,
    },
  ];
}
