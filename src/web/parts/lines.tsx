import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon.tsx';
import styles from './lines.module.css';

interface LineProps {
  readonly icon: IconName;
  readonly title: ReactNode;
  readonly text: ReactNode;
  /** What can be done with it. */
  readonly action?: ReactNode;
}

/** A few things one under the other, each with what it is and what can be done. */
export function Lines({ children }: { readonly children: ReactNode }): ReactNode {
  return <ul className={styles['lines']}>{children}</ul>;
}

export function Line({ icon, title, text, action }: LineProps): ReactNode {
  return (
    <li className={styles['line']}>
      <span className={styles['icon']}>
        <Icon name={icon} />
      </span>
      <div className={styles['words']}>
        <div className={styles['title']}>{title}</div>
        <div className={styles['text']}>{text}</div>
      </div>
      {action}
    </li>
  );
}
