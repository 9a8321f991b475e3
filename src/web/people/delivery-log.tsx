import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { DeliveryRow } from '#http/contract/webhooks.ts';
import { deliveriesQuery, useRedeliver } from '../api/people.ts';
import type { Column } from '../parts/column.ts';
import { DataTable } from '../parts/data-table.tsx';
import { Label, type Tone } from '../parts/label.tsx';
import { QueryView } from '../parts/query-view.tsx';
import { failureToast, toast, warningToast } from '../parts/toasts.tsx';
import { useWords, type Words } from '../words/use-words.ts';
import styles from './people.module.css';
import { useDeliveryResult } from './use-delivery-result.ts';

const TONES = { delivered: 'good', waiting: 'neutral', failed: 'bad' } as const satisfies Record<
  DeliveryRow['state'],
  Tone
>;

/** What was sent to an address, the newest first; each can be sent again. */
export function DeliveryLog({ webhookId }: { readonly webhookId: string }): ReactNode {
  const words = useWords();
  const { t } = words;
  const query = useQuery(deliveriesQuery(webhookId));
  const redeliver = useRedeliver(webhookId);
  const resultOf = useDeliveryResult();
  const again = (id: string): void =>
    redeliver.mutate(id, {
      onSuccess: (delivery) => (delivery.state === 'delivered' ? toast : warningToast)(resultOf(delivery)),
      onError: failureToast,
    });
  const columns = columnsIn(words, { resultOf, onAgain: again });
  return (
    <QueryView query={query}>
      {({ deliveries }) =>
        deliveries.length === 0 ? (
          <p className={styles['none']}>{t('people.webhooks.logNone')}</p>
        ) : (
          <DataTable label={t('people.webhooks.log')} columns={columns} rows={deliveries} rowKey={({ id }) => id} />
        )
      }
    </QueryView>
  );
}

interface ColumnsOf {
  readonly resultOf: (delivery: DeliveryRow) => string;
  readonly onAgain: (id: string) => void;
}

function columnsIn({ t, format }: Words, { resultOf, onAgain }: ColumnsOf): Column<DeliveryRow>[] {
  return [
    {
      id: 'what',
      header: t('people.webhooks.what'),
      cell: ({ event }) => t(`people.webhooks.event.${event}`),
    },
    {
      id: 'result',
      header: t('people.webhooks.result'),
      cell: (delivery) => (
        <>
          <Label tone={TONES[delivery.state]}>{resultOf(delivery)}</Label>{' '}
          <span className={styles['quiet']}>{t('people.webhooks.tries', { count: delivery.attempts })}</span>
        </>
      ),
    },
    {
      id: 'when',
      header: t('people.webhooks.when'),
      isWideOnly: true,
      width: '12rem',
      cell: ({ madeAt }) => <time dateTime={madeAt}>{format.moment(madeAt)}</time>,
    },
    {
      id: 'again',
      header: t('people.webhooks.again'),
      width: '8rem',
      cell: ({ id, event }) => (
        <Button
          size="compact-md"
          variant="default"
          aria-label={t('people.webhooks.againOf', { event: t(`people.webhooks.event.${event}`) })}
          onClick={() => onAgain(id)}
        >
          {t('people.webhooks.again')}
        </Button>
      ),
    },
  ];
}
