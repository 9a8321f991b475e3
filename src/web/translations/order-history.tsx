import type { ReactNode } from 'react';
import type { OrderEventRow } from '#http/contract/translations.ts';
import { Section } from '../parts/section.tsx';
import { useWords } from '../words/use-words.ts';
import styles from './translations.module.css';

/** What happened to an order, the latest last. */
export function OrderHistory({ events }: { readonly events: readonly OrderEventRow[] }): ReactNode {
  const { t, format } = useWords();
  return (
    <Section title={t('translations.order.history')}>
      <ol className={styles['history']}>
        {events.map((event, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: what happened is only ever added to
          <li key={index}>
            {t(`translations.events.${event.kind}`, {
              by: event.by ?? t('translations.events.liasse'),
              person: event.person ?? '',
            })}
            {event.text === null ? null : <q>{event.text}</q>}
            <time dateTime={event.at} className={styles['under']}>
              {format.moment(event.at)}
            </time>
          </li>
        ))}
      </ol>
    </Section>
  );
}
