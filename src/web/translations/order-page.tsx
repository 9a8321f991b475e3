import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { OrderView } from '#http/contract/translations.ts';
import { orderPictures, orderQuery } from '../api/translations.ts';
import { Icon } from '../parts/icon.tsx';
import { QueryView } from '../parts/query-view.tsx';
import { Section } from '../parts/section.tsx';
import { useWords } from '../words/use-words.ts';
import { DifferencesList } from './differences-list.tsx';
import { OrderActions } from './order-actions.tsx';
import { type DifferenceChoice, OrderColumns, OrderFrame } from './order-frame.tsx';
import { OrderHistory } from './order-history.tsx';
import styles from './translations.module.css';
import { useOrderEvents } from './use-order-events.ts';

/** An adviser looks into an order: both sides, what differs, who did what, and what to do next. */
export function OrderPage(): ReactNode {
  const { t } = useWords();
  const { orderId } = useParams({ from: '/signed-in/translations/$orderId' });
  const query = useQuery(orderQuery(orderId));
  useOrderEvents();
  return (
    <OrderFrame order={query.data?.order} back={t('translations.order.back')}>
      <QueryView query={query}>{(view) => <Order view={view} />}</QueryView>
    </OrderFrame>
  );
}

function Order({ view }: { readonly view: OrderView }): ReactNode {
  const { t } = useWords();
  const { order, upload, history } = view;
  return (
    <>
      {order.because === null ? null : (
        <div className={styles['notice']} role="note">
          <Icon name="info" />
          <p>{t(`translations.because.${order.because}`)}</p>
        </div>
      )}
      <OrderColumns
        view={view}
        pictures={orderPictures(order.id)}
        aside={(choice) => (
          <>
            <OrderActions order={order} uploadName={upload?.name ?? null} differenceCount={choice.differences.length} />
            {upload?.isDelivered === true && upload.state === 'read' ? <Differences choice={choice} /> : null}
            {upload?.remark == null ? null : (
              <Section title={t('translations.order.remark')}>
                <p style={{ margin: 0, whiteSpace: 'pre-line' }}>{upload.remark}</p>
              </Section>
            )}
            <div className={styles['late']}>
              <OrderHistory events={history} />
            </div>
          </>
        )}
      />
    </>
  );
}

function Differences({ choice }: { readonly choice: DifferenceChoice }): ReactNode {
  const { t } = useWords();
  if (choice.differences.length === 0)
    return <Section title={t('translations.differences.title')} text={t('translations.differences.none')} />;
  return (
    <Section title={t('translations.differences.title')}>
      <DifferencesList {...choice} />
    </Section>
  );
}
