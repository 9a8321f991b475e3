import { SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { DocumentRow } from '#http/contract/cases.ts';
import { documentsQuery, foundQuery } from '../api/documents.ts';
import { judgementQuery } from '../api/judgement.ts';
import { EmptyState } from '../parts/empty-state.tsx';
import { QueryView } from '../parts/query-view.tsx';
import { useWords } from '../words/use-words.ts';
import { CaseGlance } from './case-glance.tsx';
import { DocumentCards } from './document-cards.tsx';
import { filterDocuments, NO_FILTER } from './document-filter.ts';
import { DocumentFilters } from './document-filters.tsx';
import styles from './documents-tab.module.css';
import { DocumentsTable } from './documents-table.tsx';
import { ReceivedFiles } from './received-files.tsx';
import { TextSearch } from './text-search.tsx';
import { useKeptChoice } from './use-kept-choice.ts';

const VIEWS = ['table', 'cards'] as const;

/** A table of two columns says little; cards say all on a phone too. */
function isNarrow(): boolean {
  return window.matchMedia('(width <= 48em)').matches;
}

/** What is in the case: first at a glance, then paper by paper. */
export function DocumentsTab(): ReactNode {
  const { t } = useWords();
  const { caseId } = useParams({ from: '/signed-in/cases/$caseId/' });
  const query = useQuery(documentsQuery(caseId));
  const judgement = useQuery(judgementQuery(caseId));
  return (
    <QueryView query={query}>
      {({ documents }) =>
        documents.length === 0 ? (
          <>
            <EmptyState icon="upload" title={t('cases.noDocuments')} text={t('cases.noDocumentsText')} />
            <ReceivedFiles caseId={caseId} />
          </>
        ) : (
          <>
            {judgement.data === undefined ? null : <CaseGlance caseId={caseId} judgement={judgement.data} />}
            <Documents caseId={caseId} documents={documents} />
            <ReceivedFiles caseId={caseId} />
          </>
        )
      }
    </QueryView>
  );
}

function Documents({
  caseId,
  documents,
}: {
  readonly caseId: string;
  readonly documents: readonly DocumentRow[];
}): ReactNode {
  const { t } = useWords();
  const [view, setView] = useKeptChoice('liasse-documents-view', VIEWS, isNarrow() ? 'cards' : 'table');
  const [filter, setFilter] = useState(NO_FILTER);
  const [search, setSearch] = useState('');
  const { data: found } = useQuery(foundQuery(caseId, search));
  const shown = filterDocuments(documents, filter, search === '' ? undefined : found);
  const filters = <DocumentFilters documents={documents} filter={filter} onFilter={setFilter} />;
  return (
    <section aria-label={t('caseView.documents.list')}>
      <div className={styles['tools']}>
        <TextSearch onSearch={setSearch} found={search === '' ? undefined : found?.length} />
        <SegmentedControl
          aria-label={t('caseView.documents.view')}
          value={view}
          onChange={setView}
          data={VIEWS.map((one) => ({ value: one, label: t(`caseView.documents.${one}`) }))}
        />
      </div>
      {view === 'table' ? (
        <DocumentsTable documents={shown} tools={filters} />
      ) : (
        <>
          {filters}
          <DocumentCards documents={shown} />
        </>
      )}
    </section>
  );
}
