import { Button, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { caseOrdersQuery } from '../api/translations.ts';
import { EmptyState } from '../parts/empty-state.tsx';
import { Icon } from '../parts/icon.tsx';
import { QueryView } from '../parts/query-view.tsx';
import { useWords } from '../words/use-words.ts';
import { MakeOrderDialog } from './make-order-dialog.tsx';
import { OrdersTable } from './orders-table.tsx';

/** Who translates what of a case until when. */
export function CaseTranslationsTab(): ReactNode {
  const { t } = useWords();
  const { caseId } = useParams({ from: '/signed-in/cases/$caseId/translations' });
  const query = useQuery(caseOrdersQuery(caseId));
  const [isOrdering, setIsOrdering] = useState(false);
  return (
    <>
      <Group justify="flex-end" mb="md">
        <Button variant="default" leftSection={<Icon name="plus" size={16} />} onClick={() => setIsOrdering(true)}>
          {t('translations.order.new')}
        </Button>
      </Group>
      <QueryView query={query}>
        {({ orders }) =>
          orders.length === 0 ? (
            <EmptyState icon="translate" title={t('translations.list.empty')} text={t('translations.list.emptyText')} />
          ) : (
            <OrdersTable orders={orders} isOfCase />
          )
        }
      </QueryView>
      <MakeOrderDialog caseId={caseId} isOpen={isOrdering} onClose={() => setIsOrdering(false)} />
    </>
  );
}
