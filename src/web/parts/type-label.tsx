import type { ReactNode } from 'react';
import type { Bilingual } from '#domain/findings.ts';
import { useWords } from '../words/use-words.ts';
import { Icon } from './icon.tsx';
import styles from './type-label.module.css';

interface TypeLabelProps {
  /** The type's name by the pipeline; null when the paper was not recognised. */
  readonly label: Bilingual | null;
  /** What stands instead of a name, in the reader's language. */
  readonly unknown: string;
}

/** What a paper is, with the sign of a paper before it. */
export function TypeLabel({ label, unknown }: TypeLabelProps): ReactNode {
  const { say } = useWords();
  return (
    <span className={styles['type']}>
      <span className={styles['icon']}>
        <Icon name="paper" size={16} />
      </span>
      <span className={label === null ? styles['unknown'] : undefined}>{label === null ? unknown : say(label)}</span>
    </span>
  );
}
