import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, Outlet, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { CaseRow } from '#http/contract/cases.ts';
import { caseQuery, casesQuery } from '../api/cases.ts';
import { useEvents } from '../api/use-events.ts';
import { documentCount } from '../cases/document-count.ts';
import { Icon } from '../parts/icon.tsx';
import { Label } from '../parts/label.tsx';
import { Page } from '../parts/page.tsx';
import { QueryView } from '../parts/query-view.tsx';
import { useWords } from '../words/use-words.ts';
import styles from './case-frame.module.css';
import { CaseTabs } from './case-tabs.tsx';

const EVENTS = ['change'];

/** Above every part of a case: its name and figures, kept fresh as papers are read. */
export function CaseFrame(): ReactNode {
  const { t } = useWords();
  const { caseId } = useParams({ from: '/signed-in/cases/$caseId' });
  const query = useQuery(caseQuery(caseId));
  const client = useQueryClient();
  useEvents(
    `/api/cases/${encodeURIComponent(caseId)}/events`,
    EVENTS,
    () => void client.invalidateQueries({ queryKey: casesQuery.queryKey }),
  );
  return (
    <Page
      title={query.data?.name ?? t('cases.title')}
      above={
        <Link to="/cases" className={styles['back'] ?? ''}>
          <Icon name="left" size={15} />
          {t('cases.back')}
        </Link>
      }
      lead={query.data === undefined ? undefined : <Figures row={query.data} />}
    >
      <QueryView query={query}>
        {() => (
          <>
            <CaseTabs caseId={caseId} />
            <Outlet />
          </>
        )}
      </QueryView>
    </Page>
  );
}

function Figures({ row }: { readonly row: CaseRow }): ReactNode {
  const { t } = useWords();
  return (
    <span className={styles['figures']}>
      <Label tone={row.state === 'open' ? 'good' : 'neutral'}>{t(`cases.state.${row.state}`)}</Label>
      <Label icon="paper">{t('cases.documentCount', { count: documentCount(row.documents) })}</Label>
      {row.documents['needs-review'] > 0 ? (
        <Label tone="weak" icon="eye">
          {t('cases.reviewCount', { count: row.documents['needs-review'] })}
        </Label>
      ) : null}
      {row.files.waiting > 0 ? (
        <Label icon="clock">{t('cases.waitingCount', { count: row.files.waiting })}</Label>
      ) : null}
    </span>
  );
}
