import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { documentsQuery } from '../api/documents.ts';
import { EmptyState } from '../parts/empty-state.tsx';
import { QueryView } from '../parts/query-view.tsx';
import { useWords } from '../words/use-words.ts';
import { DocumentsTable } from './documents-table.tsx';

/** What is in the case. */
export function DocumentsTab(): ReactNode {
  const { t } = useWords();
  const { caseId } = useParams({ from: '/signed-in/cases/$caseId/' });
  const query = useQuery(documentsQuery(caseId));
  return (
    <QueryView query={query}>
      {({ documents }) =>
        documents.length === 0 ? (
          <EmptyState icon="upload" title={t('cases.noDocuments')} text={t('cases.noDocumentsText')} />
        ) : (
          <DocumentsTable documents={documents} />
        )
      }
    </QueryView>
  );
}
