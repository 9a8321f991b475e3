import type { ReactNode } from 'react';
import { EmptyState } from '../parts/empty-state.tsx';
import { Page } from '../parts/page.tsx';
import { useWords } from '../words/use-words.ts';

export function OperatorPage(): ReactNode {
  const { t } = useWords();
  return (
    <Page title={t('operator.title')}>
      <EmptyState icon="folder" title={t('cases.later')} text={t('cases.laterText')} />
    </Page>
  );
}
