import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useWords } from '../words/use-words.ts';
import styles from './translations.module.css';

/** Between orders and translators. */
export function PartsOfTranslations(): ReactNode {
  const { t } = useWords();
  const shared = {
    className: styles['part'] ?? '',
    activeOptions: { exact: true },
    activeProps: { 'aria-current': 'page' as const },
  };
  return (
    <nav aria-label={t('translations.parts.label')} className={styles['parts']}>
      <Link to="/translations" {...shared}>
        {t('translations.parts.orders')}
      </Link>
      <Link to="/translations/translators" {...shared}>
        {t('translations.parts.translators')}
      </Link>
    </nav>
  );
}
