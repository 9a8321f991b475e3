import { Outlet } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useShortcut } from '../parts/use-shortcut.ts';
import { useWords } from '../words/use-words.ts';
import { CaseSearch } from './case-search.tsx';
import { Header } from './header.tsx';
import { MainNavigation } from './main-navigation.tsx';
import styles from './shell.module.css';
import { ShortcutsDialog } from './shortcuts-dialog.tsx';
import { SkipLink } from './skip-link.tsx';
import { useFocusOnNewPage } from './use-focus-on-new-page.ts';
import { useGoShortcuts } from './use-go-shortcuts.ts';

/** The frame of every page of somebody who is signed in. */
export function Shell(): ReactNode {
  const { t } = useWords();
  const [opened, setOpened] = useState<'search' | 'keys' | null>(null);
  useShortcut({ keys: '?', what: t('shell.keys.help'), scope: 'everywhere' }, () => setOpened('keys'));
  useShortcut({ keys: 'mod+k', what: t('shell.keys.search'), scope: 'everywhere', inFields: true }, () =>
    setOpened('search'),
  );
  useGoShortcuts();
  const main = useFocusOnNewPage();
  return (
    <div className={styles['shell']}>
      <SkipLink />
      <Header onSearch={() => setOpened('search')} onKeys={() => setOpened('keys')} />
      <main id="content" ref={main} tabIndex={-1} className={styles['main']}>
        <Outlet />
      </main>
      <MainNavigation place="bottom" />
      <CaseSearch isOpen={opened === 'search'} onClose={() => setOpened(null)} />
      <ShortcutsDialog isOpen={opened === 'keys'} onClose={() => setOpened(null)} />
    </div>
  );
}
