import type { ReactNode } from 'react';
import styles from './figures.module.css';
import type { Tone } from './label.tsx';

interface FigureProps {
  /** As it is to be written. */
  readonly value: string;
  readonly label: string;
  /** Only where the figure itself is good or bad news; the label says the same. */
  readonly tone?: Tone;
}

/** A few figures side by side, each with what it counts. */
export function Figures({ children }: { readonly children: ReactNode }): ReactNode {
  return <dl className={styles['figures']}>{children}</dl>;
}

export function Figure({ value, label, tone = 'neutral' }: FigureProps): ReactNode {
  return (
    <div className={styles['figure']}>
      <dt className={styles['label']}>{label}</dt>
      <dd className={`${styles['value']} ${styles[tone]}`}>{value}</dd>
    </div>
  );
}
