import { VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '../words/use-words.ts';
import styles from './score-meter.module.css';

const GOOD_FROM = 65;
const WEAK_FROM = 35;

/** What a paper or criterion is worth, 0 to 100: the figure, and a bar as long. Null is said in words, not as nought. */
export function ScoreMeter({ score }: { readonly score: number | null }): ReactNode {
  const { t, format } = useWords();
  if (score === null) return <span className={styles['none']}>{t('shell.noScore')}</span>;
  return (
    <span className={styles['meter']}>
      <span className={styles['figure']} aria-hidden="true">
        {format.number(Math.round(score))}
      </span>
      <VisuallyHidden>{t('shell.score', { score: Math.round(score) })}</VisuallyHidden>
      <span className={styles['track']} aria-hidden="true">
        <span className={`${styles['bar']} ${styles[toneOf(score)]}`} style={{ width: `${score}%` }} />
      </span>
    </span>
  );
}

function toneOf(score: number): 'good' | 'weak' | 'bad' {
  if (score >= GOOD_FROM) return 'good';
  return score >= WEAK_FROM ? 'weak' : 'bad';
}
