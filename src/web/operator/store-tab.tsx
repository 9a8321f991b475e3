import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ledgerQuery, storageQuery } from '../api/operator.ts';
import { QueryView } from '../parts/query-view.tsx';
import { HealthSection } from './health-section.tsx';
import { LedgerSection } from './ledger-section.tsx';
import styles from './operator.module.css';
import { StorageSection } from './storage-section.tsx';

/** Is all of it there, how much room does it take, and is the machine well? */
export function StoreTab(): ReactNode {
  const ledger = useQuery(ledgerQuery);
  const storage = useQuery(storageQuery);
  return (
    <div className={styles['stack']}>
      <div className={styles['grid']}>
        <QueryView query={ledger}>{(view) => <LedgerSection view={view} />}</QueryView>
        <QueryView query={storage}>{(view) => <StorageSection view={view} />}</QueryView>
      </div>
      <HealthSection />
    </div>
  );
}
