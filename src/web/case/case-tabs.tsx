import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import tabs from '../parts/tabs.module.css';
import { useWords } from '../words/use-words.ts';

const TABS = [
  { to: '/cases/$caseId', word: 'documents' },
  { to: '/cases/$caseId/evidence', word: 'evidence' },
  { to: '/cases/$caseId/next-steps', word: 'nextSteps' },
  { to: '/cases/$caseId/clocks', word: 'clocks' },
  { to: '/cases/$caseId/timeline', word: 'timeline' },
  { to: '/cases/$caseId/translations', word: 'translations' },
  { to: '/cases/$caseId/exports', word: 'exports' },
] as const;

/** The parts of a case: each is a page with an address of its own. */
export function CaseTabs({ caseId }: { readonly caseId: string }): ReactNode {
  const { t } = useWords();
  return (
    <nav aria-label={t('cases.tabs.label')} className={tabs['tabs']}>
      {TABS.map(({ to, word }) => (
        <Link
          key={word}
          to={to}
          params={{ caseId }}
          className={tabs['tab'] ?? ''}
          activeOptions={{ exact: true }}
          activeProps={{ 'aria-current': 'page' }}
        >
          {t(`cases.tabs.${word}`)}
        </Link>
      ))}
    </nav>
  );
}
