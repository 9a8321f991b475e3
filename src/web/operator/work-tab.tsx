import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { failuresQuery, workQuery } from '../api/operator.ts';
import { QueryView } from '../parts/query-view.tsx';
import { FailuresSection } from './failures-section.tsx';
import styles from './operator.module.css';
import { QueueSection } from './queue-section.tsx';
import { WorkersSection } from './workers-section.tsx';

/** What waits, who works, what was put aside. */
export function WorkTab(): ReactNode {
  const work = useQuery(workQuery);
  const failures = useQuery(failuresQuery);
  return (
    <div className={styles['stack']}>
      <QueryView query={work}>
        {(view) => (
          <div className={styles['grid']}>
            <QueueSection view={view} />
            <WorkersSection workers={view.workers} />
          </div>
        )}
      </QueryView>
      <QueryView query={failures}>{(view) => <FailuresSection view={view} />}</QueryView>
    </div>
  );
}
