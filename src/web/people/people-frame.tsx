import { Link, Outlet } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Page } from '../parts/page.tsx';
import tabs from '../parts/tabs.module.css';
import { useWords } from '../words/use-words.ts';

const TABS = [
  { to: '/people', word: 'people' },
  { to: '/people/teams', word: 'teams' },
  { to: '/people/keys', word: 'keys' },
  { to: '/people/webhooks', word: 'webhooks' },
  { to: '/people/log', word: 'log' },
] as const;

/** Who may do what, who did what, and whom Liasse tells. */
export function PeopleFrame(): ReactNode {
  const { t } = useWords();
  return (
    <Page title={t('people.title')}>
      <nav aria-label={t('people.tabs.label')} className={tabs['tabs']}>
        {TABS.map(({ to, word }) => (
          <Link
            key={word}
            to={to}
            className={tabs['tab'] ?? ''}
            activeOptions={{ exact: true }}
            activeProps={{ 'aria-current': 'page' }}
          >
            {t(`people.tabs.${word}`)}
          </Link>
        ))}
      </nav>
      <Outlet />
    </Page>
  );
}
