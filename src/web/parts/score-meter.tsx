import { VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '../words/use-words.ts';
import styles from './score-meter.module.css';
import { type Strength, strengthOf } from './strength.ts';

const BARS = { strong: 'good', medium: 'weak', weak: 'bad' } as const satisfies Record<Strength, string>;

interface ScoreMeterProps {
  readonly score: number | null;
  /** How it is called, where that is not of the figure alone: of a criterion the rules say it. */
  readonly strength?: Strength;
}

/** What a paper or criterion is worth, 0 to 100: the figure, and a bar as long. Null is said in words, not as nought. */
export function ScoreMeter({ score, strength }: ScoreMeterProps): ReactNode {
  const { t, format } = useWords();
  if (score === null) return <span className={styles['none']}>{t('shell.noScore')}</span>;
  return (
    <span className={styles['meter']}>
      <span className={styles['figure']} aria-hidden="true">
        {format.number(Math.round(score))}
      </span>
      <VisuallyHidden>{t('shell.score', { score: Math.round(score) })}</VisuallyHidden>
      <span className={styles['track']} aria-hidden="true">
        <span
          className={`${styles['bar']} ${styles[BARS[strength ?? strengthOf(score)]]}`}
          style={{ width: `${score}%` }}
        />
      </span>
    </span>
  );
}
