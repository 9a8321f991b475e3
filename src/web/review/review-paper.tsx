import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { DocumentView } from '#http/contract/documents.ts';
import type { ReviewRow } from '#http/contract/review.ts';
import { documentQuery } from '../api/document.ts';
import { PageViewer } from '../document/page-viewer.tsx';
import { pagesOf } from '../document/pages-of.ts';
import { LoadingLines } from '../parts/loading-lines.tsx';
import type { BoxKind } from '../parts/page-image.tsx';
import { QueryView } from '../parts/query-view.tsx';
import { useShortcut } from '../parts/use-shortcut.ts';
import { useWords } from '../words/use-words.ts';
import { QuestionCard } from './question-card.tsx';
import styles from './review-page.module.css';
import { stepsOf } from './review-steps.ts';
import type { Answer, Review } from './use-review.ts';

interface ReviewPaperProps {
  readonly review: Review;
  readonly row: ReviewRow;
}

/** One paper and what is asked about it. */
export function ReviewPaper({ review, row }: ReviewPaperProps): ReactNode {
  const { t } = useWords();
  const query = useQuery({ ...documentQuery(row.key), staleTime: 60_000 });
  useShortcut({ keys: 's', what: t('review.keys.skip') }, review.skip);
  return (
    <QueryView
      query={query}
      loading={
        <div className={styles['loading']}>
          <LoadingLines />
        </div>
      }
    >
      {(view) => <AskedPaper key={view.key} view={view} review={review} />}
    </QueryView>
  );
}

/** What questions are about. */
const ASKED_KINDS: readonly BoxKind[] = ['date', 'reason', 'letterhead'];

function AskedPaper({ view, review }: { readonly view: DocumentView; readonly review: Review }): ReactNode {
  const steps = stepsOf(view);
  const pages = pagesOf(view.record);
  const [answers, setAnswers] = useState<readonly Answer[]>([]);
  const [page, setPage] = useState(steps[0]?.page ?? pages.from);
  const [lit, setLit] = useState<string | null>(null);
  const step = steps[answers.length] ?? { kind: 'look' as const, page: null };
  const answer = (id: string): void => {
    const all = [...answers, { step, id }];
    const next = steps[all.length];
    // Of a paper that is cut in two nothing else can be said before it is.
    if (next === undefined || (step.kind === 'cut' && id === 'yes')) review.answer(all, view.reviewFlag);
    else {
      setAnswers(all);
      setPage(next.page ?? pages.from);
    }
  };
  return (
    <div className={styles['paper']}>
      <div className={styles['viewer']}>
        <PageViewer view={view} page={page} kinds={ASKED_KINDS} lit={lit} onPoint={setLit} onPage={setPage} />
      </div>
      <QuestionCard
        key={answers.length}
        {...{ view, step }}
        nth={answers.length + 1}
        count={Math.max(1, steps.length)}
        onAnswer={answer}
        onSkip={review.skip}
        onBack={answers.length > 0 ? () => setAnswers(answers.slice(0, -1)) : undefined}
        onPoint={(id, on) => {
          setLit(id);
          if (on !== undefined) setPage(on);
        }}
      />
    </div>
  );
}
