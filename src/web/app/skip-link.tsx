import type { ReactNode } from 'react';
import { useWords } from '../words/use-words.ts';
import styles from './shell.module.css';

/** The first thing the Tab key reaches. */
export function SkipLink(): ReactNode {
  const { t } = useWords();
  return (
    <a className={styles['skip']} href="#content">
      {t('shell.skip')}
    </a>
  );
}
