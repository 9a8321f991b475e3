import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { OwnOrderRow } from '#http/contract/translations.ts';
import { ownOrdersQuery } from '../api/translations.ts';
import { EmptyState } from '../parts/empty-state.tsx';
import { Page } from '../parts/page.tsx';
import { QueryView } from '../parts/query-view.tsx';
import { useShortcut } from '../parts/use-shortcut.ts';
import { useWords } from '../words/use-words.ts';
import { DueLabel, PairLabel, StateLabel, TermLabels } from './order-labels.tsx';
import { OwnTermsSection } from './own-terms-section.tsx';
import styles from './translations.module.css';
import { useOrderEvents } from './use-order-events.ts';

const GROUPS = [
  { word: 'todo', states: ['sent-back', 'taken', 'asked'] },
  { word: 'waiting', states: ['delivered'] },
  { word: 'done', states: ['accepted'] },
] as const;

/** A translator's inbox: what is to be done first, the most urgent on top. */
export function InboxPage(): ReactNode {
  const { t } = useWords();
  const query = useQuery(ownOrdersQuery);
  useOrderEvents('own');
  return (
    <Page title={t('translations.inbox.title')}>
      <QueryView query={query}>{({ orders }) => <Inbox orders={orders} />}</QueryView>
      <OwnTermsSection />
    </Page>
  );
}

function Inbox({ orders }: { readonly orders: readonly OwnOrderRow[] }): ReactNode {
  const { t } = useWords();
  if (orders.length === 0)
    return (
      <div className={styles['group']}>
        <EmptyState icon="translate" title={t('translations.inbox.empty')} text={t('translations.inbox.emptyText')} />
      </div>
    );
  return GROUPS.map(({ word, states }) => {
    const own = orders.filter(({ state }) => states.some((one) => one === state));
    if (own.length === 0) return null;
    return (
      <section key={word} className={styles['group']} aria-label={t(`translations.inbox.${word}`)}>
        <h2 className={styles['groupTitle']}>
          {t(`translations.inbox.${word}`)}
          <span className={styles['quiet']}>{own.length}</span>
        </h2>
        {word === 'todo' ? <WalkedTasks orders={own} /> : <Tasks orders={own} current={-1} />}
      </section>
    );
  });
}

/** Walked through with `j` and `k`, opened with Enter. */
function WalkedTasks({ orders }: { readonly orders: readonly OwnOrderRow[] }): ReactNode {
  const { t } = useWords();
  const navigate = useNavigate();
  const [current, setCurrent] = useState(-1);
  const move = (by: number): void => {
    const next = Math.max(0, Math.min(orders.length - 1, current + by));
    setCurrent(next);
    document.querySelector<HTMLElement>(`[data-task="${orders[next]?.id ?? ''}"] a`)?.focus();
  };
  useShortcut({ keys: 'j', what: t('shell.table.next') }, () => move(1));
  useShortcut({ keys: 'k', what: t('shell.table.previous') }, () => move(-1));
  useShortcut({ keys: 'o', what: t('translations.inbox.open') }, () => {
    const order = orders[Math.max(0, current)];
    if (order !== undefined) void navigate({ to: '/translations/tasks/$taskId', params: { taskId: order.id } });
  });
  return <Tasks orders={orders} current={current} />;
}

interface TasksProps {
  readonly orders: readonly OwnOrderRow[];
  readonly current: number;
}

function Tasks({ orders, current }: TasksProps): ReactNode {
  return (
    <ul className={styles['tasks']}>
      {orders.map((order, index) => (
        <TaskRow key={order.id} order={order} isCurrent={index === current} />
      ))}
    </ul>
  );
}

function TaskRow({ order, isCurrent }: { readonly order: OwnOrderRow; readonly isCurrent: boolean }): ReactNode {
  const { t, say } = useWords();
  const name = order.type === null ? t('translations.unknownPaper') : say(order.type.label);
  return (
    <li
      className={styles['task']}
      data-task={order.id}
      data-late={(order.daysLeft ?? 0) < 0}
      {...(isCurrent ? { 'aria-current': true } : {})}
    >
      <div>
        {order.state === 'accepted' ? (
          <strong>{name}</strong>
        ) : (
          <Link to="/translations/tasks/$taskId" params={{ taskId: order.id }} className={styles['link'] ?? ''}>
            {name}
          </Link>
        )}
        <span className={styles['under']}>
          <PairLabel order={order} />
        </span>
      </div>
      <TermLabels order={order} />
      <div className={styles['taskSide']}>
        <StateLabel state={order.state} />
        <DueLabel order={order} />
      </div>
    </li>
  );
}
