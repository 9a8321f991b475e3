import { Button, Progress } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { ReviewRow } from '#http/contract/review.ts';
import { FlagChip } from '../parts/flag-chip.tsx';
import { Icon } from '../parts/icon.tsx';
import { useWords } from '../words/use-words.ts';
import styles from './review-page.module.css';
import type { Review } from './use-review.ts';

interface ReviewBarProps {
  readonly review: Review;
  readonly row: ReviewRow;
  /** In all, also beyond those that were asked for. */
  readonly count: number;
}

/** How far one is, which paper shows, and the way back. */
export function ReviewBar({ review, row, count }: ReviewBarProps): ReactNode {
  const { t } = useWords();
  const { doneCount, leftCount } = review;
  const all = Math.max(count, doneCount + leftCount);
  return (
    <header className={styles['bar']}>
      <h1 className={styles['title']}>{t('review.title')}</h1>
      <span className={styles['count']} aria-live="polite">
        {t('review.progress', { done: doneCount + 1, count: all })}
      </span>
      <Progress
        className={styles['progress'] ?? ''}
        value={(100 * doneCount) / all}
        size="sm"
        radius="xl"
        aria-label={t('review.progressLabel')}
      />
      <span className={styles['flags']}>
        {row.flags
          .filter(({ severity }) => severity !== 'info')
          .slice(0, 2)
          .map(({ code, ...flag }) => (
            <FlagChip key={code} {...flag} />
          ))}
      </span>
      <Link to="/documents/$documentId" params={{ documentId: row.key }} className={styles['open'] ?? ''}>
        {row.caseName}
        <Icon name="right" size={14} />
      </Link>
      <Button
        variant="default"
        size="xs"
        leftSection={<Icon name="undo" size={14} />}
        disabled={!review.canUndo}
        onClick={review.undo}
      >
        {t('shell.undo')} <kbd className={styles['key']}>u</kbd>
      </Button>
    </header>
  );
}
