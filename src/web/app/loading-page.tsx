import type { ReactNode } from 'react';
import { LoadingLines } from '../parts/loading-lines.tsx';
import styles from '../parts/page.module.css';

/** While the script of a page comes. */
export function LoadingPage(): ReactNode {
  return (
    <div className={styles['page']}>
      <LoadingLines />
    </div>
  );
}
