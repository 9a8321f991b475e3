import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { type ReactNode, useMemo, useState } from 'react';
import type { OwnOrderView } from '#http/contract/translations.ts';
import { taskPictures, taskQuery } from '../api/translations.ts';
import { Icon } from '../parts/icon.tsx';
import { Page } from '../parts/page.tsx';
import { QueryView } from '../parts/query-view.tsx';
import { Section } from '../parts/section.tsx';
import { useWords } from '../words/use-words.ts';
import { BothSides } from './both-sides.tsx';
import { DueLabel, PairLabel, StateLabel, TermLabels } from './order-labels.tsx';
import { shownDifferences } from './shown-differences.ts';
import { TakeSection } from './take-section.tsx';
import styles from './translations.module.css';
import { UploadSection } from './upload-section.tsx';

/** A translator at work: the original on the left, their own file on the right, what differs beside them. */
export function TaskPage(): ReactNode {
  const { t, say } = useWords();
  const { taskId } = useParams({ from: '/signed-in/translations/tasks/$taskId' });
  const query = useQuery(taskQuery(taskId));
  const order = query.data?.order;
  const type = order?.type;
  return (
    <Page
      title={type == null ? t('translations.unknownPaper') : say(type.label)}
      above={
        <Link to="/translations" className={styles['back'] ?? ''}>
          <Icon name="left" size={15} />
          {t('translations.task.back')}
        </Link>
      }
      lead={
        order === undefined ? undefined : (
          <span className={styles['lead']}>
            <StateLabel state={order.state} />
            <DueLabel order={order} />
            <PairLabel order={order} />
            <TermLabels order={order} />
          </span>
        )
      }
    >
      <QueryView query={query}>{(view) => <Task view={view} />}</QueryView>
    </Page>
  );
}

function Task({ view }: { readonly view: OwnOrderView }): ReactNode {
  const words = useWords();
  const { t } = words;
  const { order, original, upload, sentBackBecause } = view;
  const [chosen, setChosen] = useState<string | null>(null);
  const differences = useMemo(() => shownDifferences(upload?.differences ?? [], words), [upload, words]);
  const choice = { differences, chosen, onChoose: setChosen };
  return (
    <>
      {sentBackBecause === null ? null : (
        <div className={styles['notice']} role="note">
          <Icon name="weak" />
          <p>
            <strong>{t('translations.task.sentBack')}</strong>
            {sentBackBecause}
          </p>
        </div>
      )}
      <div className={styles['columns']}>
        <BothSides
          original={original}
          upload={upload}
          pictures={taskPictures(order.id)}
          language={order.language?.code ?? null}
          into={order.into.code}
          {...choice}
        />
        <div className={styles['aside']}>
          <NextStep view={view} choice={choice} />
        </div>
      </div>
    </>
  );
}

interface NextStepProps {
  readonly view: OwnOrderView;
  readonly choice: React.ComponentProps<typeof UploadSection>['choice'];
}

function NextStep({ view, choice }: NextStepProps): ReactNode {
  const { t } = useWords();
  const { order, upload } = view;
  if (order.state === 'asked') return <TakeSection taskId={order.id} />;
  if (order.state === 'delivered')
    return <Section title={t('translations.state.delivered')} text={t('translations.task.deliveredText')} />;
  return (
    <>
      <UploadSection taskId={order.id} upload={upload} choice={choice} />
      {order.state === 'taken' ? <TakeSection taskId={order.id} isTaken /> : null}
    </>
  );
}
