import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useMe } from '../api/me.ts';
import { Icon } from '../parts/icon.tsx';
import { useWords } from '../words/use-words.ts';
import styles from './main-navigation.module.css';
import { placesFor } from './navigation-places.ts';

/** The places of one's role: in the header on wide screens, under the thumb on a phone. Only one of both is there for anybody. */
export function MainNavigation({ place }: { readonly place: 'top' | 'bottom' }): ReactNode {
  const { t } = useWords();
  const { may } = useMe();
  return (
    <nav aria-label={t('shell.nav.label')} className={styles[place]}>
      <ul className={styles['list']}>
        {placesFor(may).map(({ to, word, icon }) => (
          <li key={to}>
            <Link to={to} className={styles['link'] ?? ''} activeProps={{ 'aria-current': 'page' }}>
              <Icon name={icon} size={place === 'top' ? 17 : 21} />
              <span>{t(`shell.nav.${word}`)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
