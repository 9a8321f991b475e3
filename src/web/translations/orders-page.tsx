import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ordersQuery } from '../api/translations.ts';
import { EmptyState } from '../parts/empty-state.tsx';
import { Page } from '../parts/page.tsx';
import { QueryView } from '../parts/query-view.tsx';
import { useWords } from '../words/use-words.ts';
import { OrdersTable } from './orders-table.tsx';
import { PartsOfTranslations } from './parts-of-translations.tsx';
import { useOrderEvents } from './use-order-events.ts';

/** Who translates what until when, over all my cases. */
export function OrdersPage(): ReactNode {
  const { t } = useWords();
  const query = useQuery(ordersQuery);
  useOrderEvents();
  return (
    <Page title={t('translations.title')}>
      <PartsOfTranslations />
      <QueryView query={query}>
        {({ orders }) =>
          orders.length === 0 ? (
            <EmptyState icon="translate" title={t('translations.list.empty')} text={t('translations.list.emptyText')} />
          ) : (
            <OrdersTable orders={orders} />
          )
        }
      </QueryView>
    </Page>
  );
}
