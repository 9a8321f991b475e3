import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { FailuresView } from '#http/contract/operator.ts';
import { useRetry } from '../api/operator.ts';
import type { Column } from '../parts/column.ts';
import { Confirm } from '../parts/confirm.tsx';
import { DataTable } from '../parts/data-table.tsx';
import { Label } from '../parts/label.tsx';
import { Line, Lines } from '../parts/lines.tsx';
import { Section } from '../parts/section.tsx';
import { failureToast, toast } from '../parts/toasts.tsx';
import { useWords, type Words } from '../words/use-words.ts';
import styles from './operator.module.css';

type Item = FailuresView['items'][number];

/** What failed for good, why, and another try. */
export function FailuresSection({ view }: { readonly view: FailuresView }): ReactNode {
  const words = useWords();
  const { t, say } = words;
  const retry = useRetry();
  const [isAsking, setIsAsking] = useState(false);
  const again = (ids: readonly string[] | 'all'): void =>
    retry.mutate(ids, {
      onSuccess: ({ retried }) => toast(t('operator.failures.retried', { count: retried })),
      onError: failureToast,
      onSettled: () => setIsAsking(false),
    });
  const columns = columnsIn(words, (id) => again([id]));
  return (
    <Section
      title={t('operator.failures.title')}
      text={t('operator.failures.text')}
      actions={
        view.total > 0 ? (
          <Button size="sm" onClick={() => setIsAsking(true)}>
            {t('operator.failures.retryAll')}
          </Button>
        ) : null
      }
    >
      {view.total === 0 ? (
        <p className={styles['none']}>{t('operator.failures.none')}</p>
      ) : (
        <div className={styles['stack']}>
          <Lines>
            {view.codes.map(({ code, message, items }) => (
              <Line
                key={code}
                icon="blocking"
                title={say(message)}
                text={<span className={styles['code']}>{code}</span>}
                action={<Label tone="bad">{t('operator.failures.count', { count: items })}</Label>}
              />
            ))}
          </Lines>
          <DataTable
            label={t('operator.tableOf', { title: t('operator.failures.title') })}
            columns={columns}
            rows={view.items}
            rowKey={({ id }) => id}
            filterText={({ id, code }) => `${id} ${code}`}
          />
        </div>
      )}
      <Confirm
        isOpen={isAsking}
        title={t('operator.failures.retryTitle')}
        text={t('operator.failures.retryAsk', { count: view.total })}
        action={t('operator.failures.retryAll')}
        isBusy={retry.isPending}
        onConfirm={() => again('all')}
        onCancel={() => setIsAsking(false)}
      />
    </Section>
  );
}

function columnsIn({ t, format }: Words, onRetry: (id: string) => void): Column<Item>[] {
  return [
    {
      id: 'what',
      header: t('operator.failures.what'),
      sortBy: ({ kind }) => kind,
      cell: ({ kind, id }) => (
        <>
          {t(`operator.failures.kind.${kind}`)} <span className={styles['code']}>{id.slice(0, 8)}</span>
        </>
      ),
    },
    {
      id: 'why',
      header: t('operator.failures.why'),
      sortBy: ({ code }) => code,
      isWideOnly: true,
      cell: ({ code }) => <span className={styles['code']}>{code}</span>,
    },
    {
      id: 'tries',
      header: t('operator.failures.tries'),
      isNumber: true,
      isWideOnly: true,
      width: '6rem',
      sortBy: ({ tries }) => tries,
      cell: ({ tries }) => format.number(tries),
    },
    {
      id: 'when',
      header: t('operator.failures.when'),
      sortBy: ({ at }) => at,
      width: '11rem',
      cell: ({ at }) => (
        <time dateTime={at} title={format.moment(at)}>
          {format.ago(at)}
        </time>
      ),
    },
    {
      id: 'action',
      header: t('operator.failures.action'),
      width: '8rem',
      cell: ({ id }) => (
        <Button
          size="compact-md"
          variant="default"
          aria-label={t('operator.failures.retryOf', { id: id.slice(0, 8) })}
          onClick={() => onRetry(id)}
        >
          {t('operator.failures.retry')}
        </Button>
      ),
    },
  ];
}
