import type { ReactNode } from 'react';
import { useWords } from '../words/use-words.ts';
import styles from './label.module.css';

interface PaperDateProps {
  /** As printed: `2025`, `2025-03` or `2025-03-14`; null when the paper bears none, which weakens it. */
  readonly iso: string | null;
  /** In tables. */
  readonly isShort?: boolean;
}

/** The date of a paper as precisely as it is printed, or that it has none. */
export function PaperDate({ iso, isShort = false }: PaperDateProps): ReactNode {
  const { t, format } = useWords();
  if (iso === null) return <span className={styles['quiet']}>{t('shell.noDate')}</span>;
  return <time dateTime={iso}>{isShort ? format.shortDay(iso) : format.day(iso)}</time>;
}
