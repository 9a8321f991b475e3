import type { ReactNode } from 'react';
import { EmptyState } from '../parts/empty-state.tsx';
import { useWords } from '../words/use-words.ts';

export function EvidenceTab(): ReactNode {
  const { t } = useWords();
  return <EmptyState icon="folder" title={t('cases.later')} text={t('cases.laterText')} />;
}
