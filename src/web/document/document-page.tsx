import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { type ReactNode, useEffect } from 'react';
import { documentQuery } from '../api/document.ts';
import { Page } from '../parts/page.tsx';
import { QueryView } from '../parts/query-view.tsx';
import { useWords } from '../words/use-words.ts';
import { DocumentDesk } from './document-desk.tsx';

/** One paper: how it looks, what was read, what it is worth, and what persons say of it. */
export function DocumentPage(): ReactNode {
  const { t } = useWords();
  const { documentId } = useParams({ from: '/signed-in/documents/$documentId' });
  const navigate = useNavigate();
  const query = useQuery(documentQuery(documentId));
  const key = query.data?.key;
  useEffect(() => {
    // The paper of an old address begins elsewhere now: it was cut or joined.
    if (key !== undefined && key !== documentId)
      void navigate({ to: '/documents/$documentId', params: { documentId: key }, replace: true });
  }, [key, documentId, navigate]);
  if (query.data === undefined)
    return (
      <Page title={t('document.title')}>
        <QueryView query={query}>{() => null}</QueryView>
      </Page>
    );
  return <DocumentDesk key={query.data.key} view={query.data} />;
}
