import { Anchor, Button, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { OrderRow } from '#http/contract/translations.ts';
import { uploadAddress, useAccept, useCancelOrder, useSendBack } from '../api/translations.ts';
import { Confirm } from '../parts/confirm.tsx';
import { Section } from '../parts/section.tsx';
import { failureToast, toast } from '../parts/toasts.tsx';
import { useWords } from '../words/use-words.ts';
import { AssignDialog } from './assign-dialog.tsx';
import { ReasonDialog } from './reason-dialog.tsx';
import styles from './translations.module.css';

interface OrderActionsProps {
  readonly order: OrderRow;
  /** Of what the translator uploaded; null while there is nothing. */
  readonly uploadName: string | null;
  /** How much of the original was not found in the translation, or the other way round. */
  readonly differenceCount: number;
}

type Asked = 'assign' | 'send-back' | 'cancel';

/** Who has it, and what an adviser can do next: what comes next stands on top. */
export function OrderActions({ order, uploadName, differenceCount }: OrderActionsProps): ReactNode {
  const { t, say } = useWords();
  const [asked, setAsked] = useState<Asked | null>(null);
  const close = (): void => setAsked(null);
  const { state, translator, rule } = order;
  const mayAssign = ['to-assign', 'asked', 'taken', 'sent-back'].includes(state);
  const isOver = state === 'accepted' || state === 'cancelled';
  return (
    <Section
      title={translator?.name ?? t('translations.list.nobody')}
      text={rule === null ? t('translations.order.byHand') : t('translations.order.rule', { rule: say(rule.label) })}
    >
      <Stack gap="xs">
        {state === 'delivered' ? (
          <DeliveredActions
            orderId={order.id}
            differenceCount={differenceCount}
            onSendBack={() => setAsked('send-back')}
          />
        ) : null}
        {mayAssign ? (
          <Button variant={translator === null ? 'filled' : 'default'} onClick={() => setAsked('assign')}>
            {t(translator === null ? 'translations.order.assign' : 'translations.order.reassign')}
          </Button>
        ) : null}
        {isOver ? null : (
          <Button variant="subtle" color="red" onClick={() => setAsked('cancel')}>
            {t('translations.order.cancel')}
          </Button>
        )}
        {uploadName === null ? null : (
          <Anchor href={uploadAddress(order.id)} download={uploadName} size="sm">
            {t('translations.order.download')}
          </Anchor>
        )}
        <Text size="sm">
          <Link to="/cases/$caseId/translations" params={{ caseId: order.caseId }} className={styles['toCase'] ?? ''}>
            {t('translations.order.toCase')} · {order.caseName}
          </Link>
        </Text>
      </Stack>
      <AssignDialog order={order} isOpen={asked === 'assign'} onClose={close} />
      <SendBackDialog orderId={order.id} isOpen={asked === 'send-back'} onClose={close} />
      <CancelConfirm orderId={order.id} isOpen={asked === 'cancel'} onClose={close} />
    </Section>
  );
}

interface DeliveredActionsProps {
  readonly orderId: string;
  readonly differenceCount: number;
  readonly onSendBack: () => void;
}

/** Accepting cannot be undone: it is asked for once more while something differs from the original. */
function DeliveredActions({ orderId, differenceCount, onSendBack }: DeliveredActionsProps): ReactNode {
  const { t } = useWords();
  const accept = useAccept(orderId);
  const [isAsked, setIsAsked] = useState(false);
  const file = (): void =>
    accept.mutate(undefined, {
      onSuccess: () => toast(t('translations.order.accepted')),
      onError: failureToast,
      onSettled: () => setIsAsked(false),
    });
  return (
    <>
      <Button loading={accept.isPending} onClick={() => (differenceCount > 0 ? setIsAsked(true) : file())}>
        {t('translations.order.accept')}
      </Button>
      <Button variant="default" onClick={onSendBack}>
        {t('translations.order.sendBack')}
      </Button>
      <Confirm
        isOpen={isAsked}
        title={t('translations.order.acceptTitle')}
        text={t('translations.order.acceptText', { count: differenceCount })}
        action={t('translations.order.accept')}
        isBusy={accept.isPending}
        onCancel={() => setIsAsked(false)}
        onConfirm={file}
      />
    </>
  );
}

interface AskedProps {
  readonly orderId: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

function SendBackDialog({ orderId, isOpen, onClose }: AskedProps): ReactNode {
  const { t } = useWords();
  const sendBack = useSendBack(orderId);
  return (
    <ReasonDialog
      isOpen={isOpen}
      onClose={onClose}
      title={t('translations.order.sendBackTitle')}
      text={t('translations.order.sendBackText')}
      action={t('translations.order.sendBack')}
      isBusy={sendBack.isPending}
      error={sendBack.error}
      onReason={(reason) =>
        sendBack.mutate(
          { reason },
          {
            onSuccess: () => {
              onClose();
              toast(t('translations.order.sentBack'));
            },
          },
        )
      }
    />
  );
}

function CancelConfirm({ orderId, isOpen, onClose }: AskedProps): ReactNode {
  const { t } = useWords();
  const cancel = useCancelOrder(orderId);
  return (
    <Confirm
      isOpen={isOpen}
      title={t('translations.order.cancelTitle')}
      text={t('translations.order.cancelText')}
      action={t('translations.order.cancel')}
      isDangerous
      isBusy={cancel.isPending}
      onCancel={onClose}
      onConfirm={() =>
        cancel.mutate(undefined, {
          onSuccess: () => {
            onClose();
            toast(t('translations.order.cancelled'));
          },
          onError: failureToast,
        })
      }
    />
  );
}
