import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { OwnOrderView } from '#http/contract/translations.ts';
import { taskPictures, taskQuery } from '../api/translations.ts';
import { Icon } from '../parts/icon.tsx';
import { QueryView } from '../parts/query-view.tsx';
import { Section } from '../parts/section.tsx';
import { useWords } from '../words/use-words.ts';
import { type DifferenceChoice, OrderColumns, OrderFrame } from './order-frame.tsx';
import { TakeSection } from './take-section.tsx';
import styles from './translations.module.css';
import { UploadSection } from './upload-section.tsx';
import { useOrderEvents } from './use-order-events.ts';

/** A translator at work: the original on the left, their own file on the right, what differs beside them. */
export function TaskPage(): ReactNode {
  const { t } = useWords();
  const { taskId } = useParams({ from: '/signed-in/translations/tasks/$taskId' });
  const query = useQuery(taskQuery(taskId));
  useOrderEvents('own');
  return (
    <OrderFrame order={query.data?.order} back={t('translations.task.back')}>
      <QueryView query={query}>{(view) => <Task view={view} />}</QueryView>
    </OrderFrame>
  );
}

function Task({ view }: { readonly view: OwnOrderView }): ReactNode {
  const { t } = useWords();
  const { order, sentBackBecause } = view;
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
      <OrderColumns
        view={view}
        pictures={taskPictures(order.id)}
        aside={(choice) => <NextStep view={view} choice={choice} />}
      />
    </>
  );
}

interface NextStepProps {
  readonly view: OwnOrderView;
  readonly choice: DifferenceChoice;
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
