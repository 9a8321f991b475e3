import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon.tsx';
import styles from './label.module.css';

export type Tone = 'neutral' | 'good' | 'weak' | 'bad';

interface LabelProps {
  readonly tone?: Tone;
  readonly icon?: IconName;
  /** Said besides, on pointing. */
  readonly title?: string;
  readonly children: ReactNode;
}

/** A short word with a shape: icon and word say what the colour says. */
export function Label({ tone = 'neutral', icon, title, children }: LabelProps): ReactNode {
  return (
    <span className={`${styles['label']} ${styles[tone]}`} title={title}>
      {icon === undefined ? null : <Icon name={icon} size={14} />}
      <span className={styles['text']}>{children}</span>
    </span>
  );
}
