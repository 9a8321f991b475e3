import { Alert, Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { WebhookRow } from '#http/contract/webhooks.ts';
import { useEnableWebhook, usePing, useRemoveWebhook } from '../api/people.ts';
import { Confirm } from '../parts/confirm.tsx';
import { Icon } from '../parts/icon.tsx';
import { Label } from '../parts/label.tsx';
import { Section } from '../parts/section.tsx';
import { failureToast, toast, warningToast } from '../parts/toasts.tsx';
import { useWords } from '../words/use-words.ts';
import { DeliveryLog } from './delivery-log.tsx';
import styles from './people.module.css';
import { useDeliveryResult } from './use-delivery-result.ts';

/** One address: what it is told of, whether it gets through, and what was sent. */
export function WebhookSection({ webhook }: { readonly webhook: WebhookRow }): ReactNode {
  const { t } = useWords();
  return (
    <Section title={webhook.url} actions={<StateLabel webhook={webhook} />}>
      <div className={styles['stack']}>
        <div className={styles['chips']}>
          {webhook.events.map((event) => (
            <Label key={event}>{t(`people.webhooks.event.${event}`)}</Label>
          ))}
        </div>
        <Notice webhook={webhook} />
        <Actions webhook={webhook} />
        <DeliveryLog webhookId={webhook.id} />
      </div>
    </Section>
  );
}

function StateLabel({
  webhook: { disabledAt, failingSince, deliveredAt },
}: {
  readonly webhook: WebhookRow;
}): ReactNode {
  const { t } = useWords();
  if (disabledAt !== null)
    return (
      <Label tone="bad" icon="lock">
        {t('people.webhooks.state.disabled')}
      </Label>
    );
  if (failingSince !== null)
    return (
      <Label tone="weak" icon="weak">
        {t('people.webhooks.state.failing')}
      </Label>
    );
  if (deliveredAt === null) return <Label>{t('people.webhooks.state.fresh')}</Label>;
  return (
    <Label tone="good" icon="check">
      {t('people.webhooks.state.good')}
    </Label>
  );
}

function Notice({ webhook: { disabledBecause, failingSince } }: { readonly webhook: WebhookRow }): ReactNode {
  const { t, format } = useWords();
  if (disabledBecause !== null)
    return (
      <Alert color={disabledBecause === 'failing' ? 'red' : 'amber'} variant="light" icon={<Icon name="info" />}>
        {t(`people.webhooks.because.${disabledBecause}`)}
      </Alert>
    );
  if (failingSince === null) return null;
  return (
    <Alert color="amber" variant="light" icon={<Icon name="weak" />}>
      {t('people.webhooks.failingSince', { ago: format.moment(failingSince) })}
    </Alert>
  );
}

function Actions({ webhook: { id, disabledAt } }: { readonly webhook: WebhookRow }): ReactNode {
  const { t } = useWords();
  const [ping, enable, remove] = [usePing(id), useEnableWebhook(id), useRemoveWebhook(id)];
  const [isLeaving, setIsLeaving] = useState(false);
  const resultOf = useDeliveryResult();
  return (
    <div className={styles['actions']}>
      <Button
        variant="default"
        loading={ping.isPending}
        onClick={() =>
          ping.mutate(undefined, {
            onSuccess: (delivery) => (delivery.state === 'delivered' ? toast : warningToast)(resultOf(delivery)),
            onError: failureToast,
          })
        }
      >
        {t('people.webhooks.ping')}
      </Button>
      <Button
        variant="default"
        loading={enable.isPending}
        onClick={() => enable.mutate(disabledAt !== null, { onError: failureToast })}
      >
        {t(disabledAt === null ? 'people.webhooks.disable' : 'people.webhooks.enable')}
      </Button>
      <Button variant="light" color="red" onClick={() => setIsLeaving(true)}>
        {t('people.webhooks.remove')}
      </Button>
      <Confirm
        isOpen={isLeaving}
        title={t('people.webhooks.removeTitle')}
        text={t('people.webhooks.removeAsk')}
        action={t('people.webhooks.remove')}
        isDangerous
        isBusy={remove.isPending}
        onConfirm={() =>
          remove.mutate(undefined, { onSuccess: () => toast(t('people.webhooks.removed')), onError: failureToast })
        }
        onCancel={() => setIsLeaving(false)}
      />
    </div>
  );
}
