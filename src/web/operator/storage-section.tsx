import type { ReactNode } from 'react';
import type { StorageView } from '#http/contract/operator.ts';
import { Section } from '../parts/section.tsx';
import { useWords } from '../words/use-words.ts';
import styles from './operator.module.css';

/** How much room what is kept takes, by kind, and how much is left. */
export function StorageSection({ view }: { readonly view: StorageView }): ReactNode {
  const { t, format } = useWords();
  return (
    <Section title={t('operator.storage.title')} text={t('operator.storage.counted', { ago: format.ago(view.at) })}>
      {view.blobs.map(({ kind, blobs, bytes }) => (
        <div key={kind} className={styles['pair']}>
          <span>
            {t(`operator.storage.kind.${kind}`)}{' '}
            <span className={styles['quiet']}>{t('operator.storage.items', { count: blobs })}</span>
          </span>
          <span className={styles['number']}>{format.bytes(bytes)}</span>
        </div>
      ))}
      <div className={styles['pair']}>
        <span>{t('operator.storage.database')}</span>
        <span className={styles['number']}>{format.bytes(view.databaseBytes)}</span>
      </div>
      <div className={styles['pair']}>
        <strong>{t('operator.storage.free')}</strong>
        <strong className={styles['number']}>{format.bytes(view.freeBytes)}</strong>
      </div>
    </Section>
  );
}
