import { ActionIcon, Menu } from '@mantine/core';
import { Outlet } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Icon } from '../parts/icon.tsx';
import { useWords } from '../words/use-words.ts';
import { BrandSign } from './brand-sign.tsx';
import { LanguageItems } from './language-items.tsx';
import styles from './signed-out-frame.module.css';
import { SkipLink } from './skip-link.tsx';
import { ThemeItems } from './theme-items.tsx';

/** The frame of the pages before the sign-in: the name, a card, language and appearance. */
export function SignedOutFrame(): ReactNode {
  const { t } = useWords();
  return (
    <div className={styles['frame']}>
      <SkipLink />
      <header className={styles['header']}>
        <span className={styles['brand']}>
          <BrandSign size={30} />
          {t('shell.brand')}
        </span>
        <div className={styles['tools']}>
          <ItemsMenu label={t('shell.language.label')} icon="globe">
            <LanguageItems />
          </ItemsMenu>
          <ItemsMenu label={t('shell.theme.label')} icon="sun">
            <ThemeItems />
          </ItemsMenu>
        </div>
      </header>
      <main id="content" tabIndex={-1} className={styles['main']}>
        <div className={styles['card']}>
          <Outlet />
        </div>
        <p className={styles['tagline']}>{t('shell.tagline')}</p>
      </main>
    </div>
  );
}

interface ItemsMenuProps {
  readonly label: string;
  readonly icon: 'globe' | 'sun';
  readonly children: ReactNode;
}

function ItemsMenu({ label, icon, children }: ItemsMenuProps): ReactNode {
  return (
    <Menu position="bottom-end" width={220} shadow="md" radius="lg">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={40} aria-label={label}>
          <Icon name={icon} size={20} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>{children}</Menu.Dropdown>
    </Menu>
  );
}
