import { useQuery } from '@tanstack/react-query';
import { Outlet, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { CaseRow } from '#http/contract/cases.ts';
import { caseQuery } from '../api/cases.ts';
import { isFormerQuery } from '../api/judgement.ts';
import { documentCount } from '../cases/document-count.ts';
import { BackLink } from '../parts/back-link.tsx';
import { Label } from '../parts/label.tsx';
import { Page } from '../parts/page.tsx';
import { QueryView } from '../parts/query-view.tsx';
import { UnfinishedNotice } from '../upload/unfinished-notice.tsx';
import { UploadButton } from '../upload/upload-button.tsx';
import { UploadPanel } from '../upload/upload-panel.tsx';
import { UploadZone } from '../upload/upload-zone.tsx';
import { useWords } from '../words/use-words.ts';
import styles from './case-frame.module.css';
import { CaseTabs } from './case-tabs.tsx';
import { FactsButton } from './facts-button.tsx';
import { useAddFiles } from './use-add-files.ts';
import { useFreshCase } from './use-fresh-case.ts';

/** Above every part of a case: its name and figures, kept fresh as papers are read; files may be dropped anywhere. */
export function CaseFrame(): ReactNode {
  const { t } = useWords();
  const { caseId } = useParams({ from: '/signed-in/cases/$caseId' });
  const query = useQuery(caseQuery(caseId));
  const { isLive } = useFreshCase(caseId);
  const addFiles = useAddFiles(caseId);
  return (
    <Page
      title={query.data?.name ?? t('cases.title')}
      above={<BackLink to="/cases">{t('cases.back')}</BackLink>}
      lead={query.data === undefined ? undefined : <Figures row={query.data} isLive={isLive} />}
      actions={
        query.data === undefined ? undefined : (
          <>
            <FactsButton caseId={caseId} />
            <UploadButton onFiles={addFiles} />
          </>
        )
      }
    >
      <QueryView query={query}>
        {() => (
          <>
            <UploadZone onFiles={addFiles} />
            <UnfinishedNotice caseId={caseId} />
            <UploadPanel caseId={caseId} />
            <CaseTabs caseId={caseId} />
            <Outlet />
          </>
        )}
      </QueryView>
    </Page>
  );
}

function Figures({ row, isLive }: { readonly row: CaseRow; readonly isLive: boolean }): ReactNode {
  const { t } = useWords();
  const isFormer = useQuery(isFormerQuery(row.id)).data === true;
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
      {isFormer ? <Label icon="clock">{t('caseView.judgingAnew')}</Label> : null}
      {isLive ? null : (
        <Label tone="weak" icon="weak">
          {t('caseView.interrupted')}
        </Label>
      )}
    </span>
  );
}
