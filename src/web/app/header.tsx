import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useMe } from '../api/me.ts';
import { Icon } from '../parts/icon.tsx';
import { useWords } from '../words/use-words.ts';
import { AccountMenu } from './account-menu.tsx';
import { BrandSign } from './brand-sign.tsx';
import { MainNavigation } from './main-navigation.tsx';
import styles from './shell.module.css';

interface HeaderProps {
  readonly onSearch: () => void;
  readonly onKeys: () => void;
}

export function Header({ onSearch, onKeys }: HeaderProps): ReactNode {
  const { t } = useWords();
  const { may } = useMe();
  return (
    <header className={styles['header']}>
      <Link to="/" className={styles['brand'] ?? ''}>
        <BrandSign size={26} />
        {t('shell.brand')}
      </Link>
      <MainNavigation place="top" />
      <div className={styles['tools']}>
        {may.includes('see-cases') ? (
          <button type="button" className={styles['search']} onClick={onSearch}>
            <Icon name="search" size={16} />
            <span className={styles['searchText']}>{t('shell.search.open')}</span>
            <span className={styles['searchKeys']} aria-hidden="true">
              Ctrl K
            </span>
          </button>
        ) : null}
        <AccountMenu onKeys={onKeys} />
      </div>
    </header>
  );
}
