import { TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { EntryForm } from '../parts/entry-form.tsx';
import { PasswordField } from '../parts/password-field.tsx';
import { useWords } from '../words/use-words.ts';
import { emailProblem, nameProblem, newPasswordProblem } from './check-entries.ts';

export interface NewAccount {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

interface NewAccountFormProps {
  readonly submit: string;
  /** The address somebody was invited by; it stands there and can't be changed. */
  readonly email?: string;
  readonly isBusy: boolean;
  readonly error: unknown;
  readonly onSubmit: (account: NewAccount) => void;
}

/** Name, address and password of somebody new. */
export function NewAccountForm({ submit, email, isBusy, error, onSubmit }: NewAccountFormProps): ReactNode {
  const { t } = useWords();
  const [account, setAccount] = useState<NewAccount>({ name: '', email: email ?? '', password: '' });
  const [isChecked, setIsChecked] = useState(false);
  const problems = {
    name: nameProblem(t, account.name),
    email: emailProblem(t, account.email),
    password: newPasswordProblem(t, account.password),
  };
  const check = (): boolean => {
    setIsChecked(true);
    return Object.values(problems).every((problem) => problem === null);
  };
  return (
    <EntryForm
      submit={submit}
      isWide
      isBusy={isBusy}
      error={error}
      check={check}
      onSubmit={() => onSubmit({ ...account, name: account.name.trim(), email: account.email.trim() })}
    >
      <TextInput
        label={t('account.setup.name')}
        description={t('account.setup.nameHint')}
        value={account.name}
        onChange={(event) => setAccount({ ...account, name: event.currentTarget.value })}
        error={isChecked ? problems.name : null}
        autoComplete="name"
      />
      <TextInput
        type="email"
        label={t('account.signIn.email')}
        value={account.email}
        onChange={(event) => setAccount({ ...account, email: event.currentTarget.value })}
        error={isChecked ? problems.email : null}
        autoComplete="username"
        inputMode="email"
        readOnly={email !== undefined}
      />
      <PasswordField
        label={t('account.signIn.password')}
        isNew
        value={account.password}
        onChange={(password) => setAccount({ ...account, password })}
        error={isChecked ? problems.password : null}
      />
    </EntryForm>
  );
}
