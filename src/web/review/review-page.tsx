import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { ReviewList } from '#http/contract/review.ts';
import { reviewQuery } from '../api/review.ts';
import { EmptyState } from '../parts/empty-state.tsx';
import { LoadingLines } from '../parts/loading-lines.tsx';
import { Page } from '../parts/page.tsx';
import { QueryView } from '../parts/query-view.tsx';
import { usePageTitle } from '../parts/use-page-title.ts';
import { useShortcut } from '../parts/use-shortcut.ts';
import { useWords } from '../words/use-words.ts';
import { LearningOffer } from './learning-offer.tsx';
import { ReviewBar } from './review-bar.tsx';
import styles from './review-page.module.css';
import { ReviewPaper } from './review-paper.tsx';
import { type Review, useReview } from './use-review.ts';

/** What a person should look at, paper by paper, by keys alone if one likes. */
export function ReviewPage(): ReactNode {
  const { t } = useWords();
  const query = useQuery(reviewQuery);
  if (query.data === undefined)
    return (
      <Page title={t('review.title')}>
        <QueryView query={query}>{() => null}</QueryView>
      </Page>
    );
  return <ReviewRun key={query.dataUpdatedAt} list={query.data} onMore={() => void query.refetch()} />;
}

function ReviewRun({ list, onMore }: { readonly list: ReviewList; readonly onMore: () => void }): ReactNode {
  const { t } = useWords();
  const review = useReview(list.papers);
  usePageTitle(t('review.title'));
  useShortcut(review.canUndo ? { keys: 'u', what: t('review.keys.undo') } : null, review.undo);
  if (review.current === undefined && review.isWaiting) return <ReviewSaving />;
  if (review.current === undefined) return <ReviewEnd {...{ review, list, onMore }} />;
  return (
    <div className={styles['review']}>
      <ReviewBar review={review} row={review.current} count={list.count} />
      <ReviewPaper key={review.current.key} review={review} row={review.current} />
    </div>
  );
}

/** All was looked at, and the last answers are on their way: one that does not arrive is asked again. */
function ReviewSaving(): ReactNode {
  const { t } = useWords();
  return (
    <Page title={t('review.title')} isNarrow>
      <p role="status">{t('review.saving')}</p>
      <LoadingLines />
    </Page>
  );
}

function ReviewEnd({
  review,
  list,
  onMore,
}: {
  readonly review: Review;
  readonly list: ReviewList;
  readonly onMore: () => void;
}): ReactNode {
  const { t } = useWords();
  const isMore = list.count > list.papers.length;
  return (
    <Page title={t('review.title')} isNarrow>
      <EmptyState
        icon="check"
        title={review.doneCount === 0 ? t('review.nothingTitle') : t('review.doneTitle')}
        text={
          review.answeredCount === 0 ? t('review.nothingText') : t('review.doneText', { count: review.answeredCount })
        }
      >
        {isMore || review.doneCount > review.answeredCount ? (
          <Button onClick={onMore}>{t('review.more')}</Button>
        ) : (
          <Button component={Link} to="/cases">
            {t('review.toCases')}
          </Button>
        )}
        {review.canUndo ? (
          <Button variant="default" onClick={review.undo}>
            {t('review.keys.undo')}
          </Button>
        ) : null}
      </EmptyState>
      <LearningOffer learning={list.learning} answered={review.answeredCount} />
    </Page>
  );
}
