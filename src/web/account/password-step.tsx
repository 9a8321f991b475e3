import { Text, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useSignIn } from '../api/sign-in.ts';
import { EntryForm } from '../parts/entry-form.tsx';
import { PasswordField } from '../parts/password-field.tsx';
import { useWords } from '../words/use-words.ts';
import { CardHead } from './card-head.tsx';
import { emailProblem } from './check-entries.ts';

interface PasswordStepProps {
  /** Whether one was on a page and the session ended. */
  readonly wasHere: boolean;
  readonly onDone: () => void;
  readonly onSecondStep: () => void;
}

export function PasswordStep({ wasHere, onDone, onSecondStep }: PasswordStepProps): ReactNode {
  const { t } = useWords();
  const signIn = useSignIn();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [isChecked, setIsChecked] = useState(false);
  const problems = {
    email: emailProblem(t, email),
    password: password === '' ? t('account.password.missing') : null,
  };
  const check = (): boolean => {
    setIsChecked(true);
    return problems.email === null && problems.password === null;
  };
  const submit = (): void =>
    signIn.mutate(
      { email: email.trim(), password },
      { onSuccess: ({ isSecondCodeNeeded }) => (isSecondCodeNeeded ? onSecondStep() : onDone()) },
    );
  return (
    <>
      <CardHead title={t('account.signIn.title')} {...(wasHere ? { text: t('account.signIn.signedOut') } : {})} />
      <EntryForm
        submit={t('account.signIn.submit')}
        isWide
        isBusy={signIn.isPending}
        error={signIn.error}
        check={check}
        onSubmit={submit}
      >
        <TextInput
          type="email"
          label={t('account.signIn.email')}
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
          error={isChecked ? problems.email : null}
          autoComplete="username"
          inputMode="email"
        />
        <PasswordField
          label={t('account.signIn.password')}
          value={password}
          onChange={setPassword}
          error={isChecked ? problems.password : null}
        />
      </EntryForm>
      <Text size="sm" c="dimmed" mt="lg">
        {t('account.signIn.forgotten')}
      </Text>
    </>
  );
}
