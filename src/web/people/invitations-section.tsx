import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { type Invitation, invitationsQuery, useWithdraw } from '../api/people.ts';
import { Confirm } from '../parts/confirm.tsx';
import { Line, Lines } from '../parts/lines.tsx';
import { Section } from '../parts/section.tsx';
import { failureToast, toast } from '../parts/toasts.tsx';
import { useWords } from '../words/use-words.ts';

/** Who was invited and has not come yet; nothing where there is nobody. */
export function InvitationsSection(): ReactNode {
  const { t, format } = useWords();
  const query = useQuery(invitationsQuery);
  const withdraw = useWithdraw();
  const [leaving, setLeaving] = useState<Invitation | null>(null);
  const confirm = (): void => {
    if (leaving !== null)
      withdraw.mutate(leaving.id, {
        onSuccess: () => toast(t('people.invite.withdrawn')),
        onError: failureToast,
        onSettled: () => setLeaving(null),
      });
  };
  const open = query.data?.invitations ?? [];
  if (open.length === 0) return null;
  return (
    <Section title={t('people.invite.open')}>
      <Lines>
        {open.map((invitation) => (
          <Line
            key={invitation.id}
            icon="person"
            title={invitation.email}
            text={t('people.invite.until', {
              role: t(`people.role.${invitation.role}`),
              date: format.moment(invitation.expiresAt),
            })}
            action={
              <Button
                variant="default"
                size="compact-md"
                aria-label={t('people.invite.withdrawOf', { email: invitation.email })}
                onClick={() => setLeaving(invitation)}
              >
                {t('people.invite.withdraw')}
              </Button>
            }
          />
        ))}
      </Lines>
      <Confirm
        isOpen={leaving !== null}
        title={t('people.invite.withdrawTitle')}
        text={t('people.invite.withdrawAsk', { email: leaving?.email ?? '' })}
        action={t('people.invite.withdraw')}
        isDangerous
        isBusy={withdraw.isPending}
        onConfirm={confirm}
        onCancel={() => setLeaving(null)}
      />
    </Section>
  );
}
