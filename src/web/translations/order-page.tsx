import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { type ReactNode, useMemo, useState } from 'react';
import type { OrderView } from '#http/contract/translations.ts';
import { orderPictures, orderQuery } from '../api/translations.ts';
import { Icon } from '../parts/icon.tsx';
import { Page } from '../parts/page.tsx';
import { QueryView } from '../parts/query-view.tsx';
import { Section } from '../parts/section.tsx';
import { useWords } from '../words/use-words.ts';
import { BothSides } from './both-sides.tsx';
import { DifferencesList } from './differences-list.tsx';
import { OrderActions } from './order-actions.tsx';
import { OrderHistory } from './order-history.tsx';
import { DueLabel, PairLabel, StateLabel, TermLabels } from './order-labels.tsx';
import { shownDifferences } from './shown-differences.ts';
import styles from './translations.module.css';
import { useOrderEvents } from './use-order-events.ts';

/** An adviser looks into an order: both sides, what differs, who did what, and what to do next. */
export function OrderPage(): ReactNode {
  const { t, say } = useWords();
  const { orderId } = useParams({ from: '/signed-in/translations/$orderId' });
  const query = useQuery(orderQuery(orderId));
  useOrderEvents();
  const order = query.data?.order;
  const type = order?.type;
  return (
    <Page
      title={type == null ? t('translations.unknownPaper') : say(type.label)}
      above={
        <Link to="/translations" className={styles['back'] ?? ''}>
          <Icon name="left" size={15} />
          {t('translations.order.back')}
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
      <QueryView query={query}>{(view) => <Order view={view} />}</QueryView>
    </Page>
  );
}

function Order({ view }: { readonly view: OrderView }): ReactNode {
  const words = useWords();
  const { t } = words;
  const { order, original, upload, history } = view;
  const [chosen, setChosen] = useState<string | null>(null);
  const differences = useMemo(() => shownDifferences(upload?.differences ?? [], words), [upload, words]);
  const choice = { differences, chosen, onChoose: setChosen };
  return (
    <>
      {order.because === null ? null : (
        <div className={styles['notice']} role="note">
          <Icon name="info" />
          <p>{t(`translations.because.${order.because}`)}</p>
        </div>
      )}
      <div className={styles['columns']}>
        <BothSides
          original={original}
          upload={upload}
          pictures={orderPictures(order.id)}
          language={order.language?.code ?? null}
          into={order.into.code}
          {...choice}
        />
        <div className={styles['aside']}>
          <OrderActions order={order} uploadName={upload?.name ?? null} differenceCount={differences.length} />
          {upload?.isDelivered === true && upload.state === 'read' ? <Differences choice={choice} /> : null}
          {upload?.remark == null ? null : (
            <Section title={t('translations.order.remark')}>
              <p style={{ margin: 0, whiteSpace: 'pre-line' }}>{upload.remark}</p>
            </Section>
          )}
          <div className={styles['late']}>
            <OrderHistory events={history} />
          </div>
        </div>
      </div>
    </>
  );
}

function Differences({ choice }: { readonly choice: React.ComponentProps<typeof DifferencesList> }): ReactNode {
  const { t } = useWords();
  if (choice.differences.length === 0)
    return <Section title={t('translations.differences.title')} text={t('translations.differences.none')} />;
  return (
    <Section title={t('translations.differences.title')}>
      <DifferencesList {...choice} />
    </Section>
  );
}
