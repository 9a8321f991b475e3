import { type ReactNode, useState } from 'react';
import { useChangePassword } from '../api/my-account.ts';
import { EntryForm } from '../parts/entry-form.tsx';
import { PasswordField } from '../parts/password-field.tsx';
import { Section } from '../parts/section.tsx';
import { toast } from '../parts/toasts.tsx';
import { useWords } from '../words/use-words.ts';
import { newPasswordProblem } from './check-entries.ts';

export function PasswordSection(): ReactNode {
  const { t } = useWords();
  const change = useChangePassword();
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [isChecked, setIsChecked] = useState(false);
  const problems = { from: from === '' ? t('account.password.missing') : null, to: newPasswordProblem(t, to) };
  const check = (): boolean => {
    setIsChecked(true);
    return problems.from === null && problems.to === null;
  };
  const done = (): void => {
    setFrom('');
    setTo('');
    setIsChecked(false);
    toast(t('account.mine.changed'));
  };
  return (
    <Section title={t('account.mine.password')}>
      <EntryForm
        submit={t('account.mine.change')}
        isBusy={change.isPending}
        error={change.error}
        check={check}
        onSubmit={() => change.mutate({ from, to }, { onSuccess: done })}
      >
        <PasswordField
          label={t('account.mine.current')}
          value={from}
          onChange={setFrom}
          error={isChecked ? problems.from : null}
        />
        <PasswordField
          label={t('account.mine.next')}
          isNew
          value={to}
          onChange={setTo}
          error={isChecked ? problems.to : null}
        />
      </EntryForm>
    </Section>
  );
}
