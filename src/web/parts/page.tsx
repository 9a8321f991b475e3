import type { ReactNode } from 'react';
import styles from './page.module.css';
import { usePageTitle } from './use-page-title.ts';

interface PageProps {
  /** Stands at the top and in the browser's tab. */
  readonly title: string;
  /** Above the title: the way back. */
  readonly above?: ReactNode;
  readonly lead?: ReactNode;
  /** Buttons at the right of the title. */
  readonly actions?: ReactNode;
  /** For forms and text: lines that are not too long to read. */
  readonly isNarrow?: boolean;
  readonly children: ReactNode;
}

/** A page of the app: its title (the one `h1`), what can be done, and what it shows. */
export function Page({ title, above, lead, actions, isNarrow = false, children }: PageProps): ReactNode {
  usePageTitle(title);
  return (
    <div className={isNarrow ? `${styles['page']} ${styles['narrow']}` : styles['page']}>
      <div className={styles['head']}>
        <div>
          {above}
          <h1 className={styles['title']}>{title}</h1>
          {lead === undefined ? null : <div className={styles['lead']}>{lead}</div>}
        </div>
        {actions === undefined ? null : <div className={styles['actions']}>{actions}</div>}
      </div>
      {children}
    </div>
  );
}
