import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { webhooksQuery } from '../api/people.ts';
import { EmptyState } from '../parts/empty-state.tsx';
import { Icon } from '../parts/icon.tsx';
import { QueryView } from '../parts/query-view.tsx';
import { useWords } from '../words/use-words.ts';
import { AddWebhookDialog } from './add-webhook-dialog.tsx';
import styles from './people.module.css';
import { WebhookSection } from './webhook-section.tsx';

/** The addresses that are told of what happens. */
export function WebhooksTab(): ReactNode {
  const { t } = useWords();
  const query = useQuery(webhooksQuery);
  const [isAdding, setIsAdding] = useState(false);
  const add = (
    <Button leftSection={<Icon name="plus" size={16} />} onClick={() => setIsAdding(true)}>
      {t('people.webhooks.add')}
    </Button>
  );
  return (
    <div className={styles['stack']}>
      <QueryView query={query}>
        {({ webhooks }) =>
          webhooks.length === 0 ? (
            <EmptyState icon="globe" title={t('people.webhooks.emptyTitle')} text={t('people.webhooks.emptyText')}>
              {add}
            </EmptyState>
          ) : (
            <>
              <div className={styles['choose']}>
                <p className={styles['none']}>{t('people.webhooks.text')}</p>
                {add}
              </div>
              {webhooks.map((webhook) => (
                <WebhookSection key={webhook.id} webhook={webhook} />
              ))}
            </>
          )
        }
      </QueryView>
      <AddWebhookDialog isOpen={isAdding} onClose={() => setIsAdding(false)} />
    </div>
  );
}
