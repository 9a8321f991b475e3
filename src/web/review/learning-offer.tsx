import { Alert, Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ReviewList } from '#http/contract/review.ts';
import { useLearn } from '../api/review.ts';
import { FailureNotice } from '../parts/failure-notice.tsx';
import { Icon } from '../parts/icon.tsx';
import { Section } from '../parts/section.tsx';
import { useWords } from '../words/use-words.ts';

/** Offers to learn from what was answered, once it is enough; says what came of it. */
export function LearningOffer({
  learning: { papers, newPapers, fewestPapers },
  answered,
}: {
  readonly learning: ReviewList['learning'];
  /** Since the figures were asked for. */
  readonly answered: number;
}): ReactNode {
  const { t } = useWords();
  const learn = useLearn();
  const known = papers + answered;
  const isNew = newPapers + answered > 0;
  if (known === 0) return null;
  if (learn.data !== undefined) {
    const { outcome, papers: from, fewestPapers: fewest, gain } = learn.data;
    const [before, after] = [gain?.corrected.before.right ?? 0, gain?.corrected.after.right ?? 0];
    return (
      <Alert mt="lg" color={outcome === 'learned' ? 'green' : 'gray'} variant="light" icon={<Icon name="info" />}>
        {t(`review.learn.${outcome}`, { count: from, fewest, before, after })}
      </Alert>
    );
  }
  const isEnough = known >= fewestPapers;
  return (
    <Section
      title={t('review.learn.title')}
      text={
        isEnough
          ? t('review.learn.text', { count: known })
          : t('review.learn.soon', { count: known, fewest: fewestPapers })
      }
      actions={
        isEnough && isNew ? (
          <Button loading={learn.isPending} onClick={() => learn.mutate()}>
            {t('review.learn.action')}
          </Button>
        ) : undefined
      }
    >
      {learn.isError ? <FailureNotice error={learn.error} /> : null}
    </Section>
  );
}
