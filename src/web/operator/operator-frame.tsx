import { Link, Outlet } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Page } from '../parts/page.tsx';
import tabs from '../parts/tabs.module.css';
import { useWords } from '../words/use-words.ts';

const TABS = [
  { to: '/operations', word: 'work', isExact: true },
  { to: '/operations/runs', word: 'runs', isExact: false },
  { to: '/operations/store', word: 'store', isExact: true },
  { to: '/operations/quality', word: 'quality', isExact: true },
] as const;

/** How Liasse runs: counts, states, codes and ids, nothing of anybody. */
export function OperatorFrame(): ReactNode {
  const { t } = useWords();
  return (
    <Page title={t('operator.title')}>
      <nav aria-label={t('operator.tabs.label')} className={tabs['tabs']}>
        {TABS.map(({ to, word, isExact }) => (
          <Link
            key={word}
            to={to}
            className={tabs['tab'] ?? ''}
            activeOptions={{ exact: isExact }}
            activeProps={{ 'aria-current': 'page' }}
          >
            {t(`operator.tabs.${word}`)}
          </Link>
        ))}
      </nav>
      <Outlet />
    </Page>
  );
}
