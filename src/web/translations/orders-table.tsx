import { SegmentedControl } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { type ReactNode, useMemo, useState } from 'react';
import type { OrderRow } from '#http/contract/translations.ts';
import type { Column } from '../parts/column.ts';
import { DataTable } from '../parts/data-table.tsx';
import { useWords, type Words } from '../words/use-words.ts';
import { DueLabel, PairLabel, StateLabel } from './order-labels.tsx';
import styles from './translations.module.css';

const SHOWN = ['open', 'toDo', 'late', 'all'] as const;
type Shown = (typeof SHOWN)[number];

const IS_SHOWN: Readonly<Record<Shown, (order: OrderRow) => boolean>> = {
  open: ({ state }) => state !== 'accepted' && state !== 'cancelled',
  toDo: ({ state }) => state === 'to-assign' || state === 'delivered',
  late: ({ daysLeft }) => daysLeft !== null && daysLeft < 0,
  all: () => true,
};

interface OrdersTableProps {
  readonly orders: readonly OrderRow[];
  /** Within a case its name says nothing. */
  readonly isOfCase?: boolean;
}

/** Orders as a table, the most urgent first as the server gives them. */
export function OrdersTable({ orders, isOfCase = false }: OrdersTableProps): ReactNode {
  const words = useWords();
  const { t } = words;
  const navigate = useNavigate();
  const [shown, setShown] = useState<Shown>(isOfCase ? 'all' : 'open');
  const columns = useMemo(() => columnsIn(words, isOfCase), [words, isOfCase]);
  return (
    <DataTable
      label={t('translations.list.label')}
      columns={columns}
      rows={orders.filter(IS_SHOWN[shown])}
      rowKey={({ id }) => id}
      filterText={(order) => textOf(order, words)}
      countText={(count) => t('translations.list.count', { count })}
      onOpen={({ id }) => void navigate({ to: '/translations/$orderId', params: { orderId: id } })}
      tools={
        <SegmentedControl
          aria-label={t('translations.list.filter')}
          value={shown}
          onChange={(value) => setShown(SHOWN.find((one) => one === value) ?? 'all')}
          data={SHOWN.map((one) => ({ value: one, label: t(`translations.list.${one}`) }))}
        />
      }
    />
  );
}

function nameOf({ type }: OrderRow, { t, say }: Pick<Words, 't' | 'say'>): string {
  return type === null ? t('translations.unknownPaper') : say(type.label);
}

function textOf(order: OrderRow, words: Words): string {
  const { t, say } = words;
  const language = order.language === null ? '' : say(order.language.label);
  const state = t(`translations.state.${order.state}`);
  return [nameOf(order, words), order.caseName, language, order.translator?.name ?? '', state].join(' ');
}

function columnsIn(words: Words, isOfCase: boolean): Column<OrderRow>[] {
  const { t, say } = words;
  return [
    {
      id: 'paper',
      header: t('translations.list.paper'),
      sortBy: (order) => nameOf(order, words),
      cell: (order) => (
        <Link to="/translations/$orderId" params={{ orderId: order.id }} className={styles['link'] ?? ''}>
          {nameOf(order, words)}
          {isOfCase ? null : <span className={styles['under']}>{order.caseName}</span>}
        </Link>
      ),
    },
    {
      id: 'pair',
      header: t('translations.list.pair'),
      width: '13rem',
      isWideOnly: true,
      sortBy: ({ language }) => (language === null ? null : say(language.label)),
      cell: (order) => <PairLabel order={order} />,
    },
    {
      id: 'who',
      header: t('translations.list.who'),
      width: '14rem',
      isWideOnly: true,
      sortBy: ({ translator }) => translator?.name ?? null,
      cell: ({ translator }) =>
        translator?.name ?? <span className={styles['unclear']}>{t('translations.list.nobody')}</span>,
    },
    {
      id: 'state',
      header: t('translations.list.state'),
      width: '11rem',
      sortBy: ({ state }) => t(`translations.state.${state}`),
      cell: ({ state }) => <StateLabel state={state} />,
    },
    {
      id: 'due',
      header: t('translations.list.due'),
      width: '10.5rem',
      sortBy: ({ dueOn }) => dueOn,
      cell: (order) => <DueLabel order={order} />,
    },
  ];
}
