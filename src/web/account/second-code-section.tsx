import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useMe } from '../api/me.ts';
import { useEndSecondCode, usePrepareSecondCode } from '../api/my-account.ts';
import { Section } from '../parts/section.tsx';
import { toast } from '../parts/toasts.tsx';
import { useWords } from '../words/use-words.ts';
import { ConfirmCode } from './confirm-code.tsx';
import { PasswordDialog } from './password-dialog.tsx';

/** Turns the second step of signing in on and off; either takes the password. */
export function SecondCodeSection(): ReactNode {
  const { t } = useWords();
  const { hasSecondCode } = useMe();
  const prepare = usePrepareSecondCode();
  const end = useEndSecondCode();
  const [isAsking, setIsAsking] = useState(false);
  const action = t(hasSecondCode ? 'account.mine.totpDisable' : 'account.mine.totpEnable');
  const go = (password: string): void => {
    const close = (): void => setIsAsking(false);
    if (!hasSecondCode) prepare.mutate(password, { onSuccess: close });
    else
      end.mutate(password, {
        onSuccess: () => {
          close();
          prepare.reset();
          toast(t('account.mine.totpDeactivated'));
        },
      });
  };
  const isPreparing = !hasSecondCode && prepare.data !== undefined;
  return (
    <Section
      title={t('account.mine.totp')}
      text={t(hasSecondCode ? 'account.mine.totpOn' : 'account.mine.totpOff')}
      actions={
        isPreparing ? null : (
          <Button variant="default" onClick={() => setIsAsking(true)}>
            {action}
          </Button>
        )
      }
    >
      {isPreparing ? <ConfirmCode prepared={prepare.data} /> : null}
      <PasswordDialog
        isOpen={isAsking}
        title={t('account.mine.totp')}
        action={action}
        isBusy={prepare.isPending || end.isPending}
        error={hasSecondCode ? end.error : prepare.error}
        onClose={() => setIsAsking(false)}
        onSubmit={go}
      />
    </Section>
  );
}
