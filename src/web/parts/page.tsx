import type { ReactNode } from 'react';
import styles from './page.module.css';
import { usePageTitle } from './use-page-title.ts';

interface PageProps {
  /** Stands at the top and in the browser's tab. */
  readonly title: string;
  readonly lead?: ReactNode;
  /** Buttons at the right of the title. */
  readonly actions?: ReactNode;
  /** For forms and text: lines that are not too long to read. */
  readonly isNarrow?: boolean;
  readonly children: ReactNode;
}

/** A page of the app: its title (the one `h1`), what can be done, and what it shows. */
export function Page({ title, lead, actions, isNarrow = false, children }: PageProps): ReactNode {
  usePageTitle(title);
  return (
    <div className={isNarrow ? `${styles['page']} ${styles['narrow']}` : styles['page']}>
      <div className={styles['head']}>
        <div>
          <h1 className={styles['title']}>{title}</h1>
          {lead === undefined ? null : <p className={styles['lead']}>{lead}</p>}
        </div>
        {actions === undefined ? null : <div className={styles['actions']}>{actions}</div>}
      </div>
      {children}
    </div>
  );
}
